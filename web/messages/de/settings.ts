export default {
  Appearance: 'Darstellung',
  'How the page looks and speaks in this browser.': 'Wie die Seite in diesem Browser aussieht und spricht.',
  'Where you are signed in. End what you do not recognise.':
    'Wo Sie angemeldet sind. Beenden Sie, was Sie nicht erkennen.',
  'This session': 'Diese Sitzung',
  Since: 'Seit',
  'last used': 'zuletzt benutzt',
  'End session': 'Sitzung beenden',
  'Session ended': 'Sitzung beendet',
  'This is the session you are using. Sign out instead.':
    'Diese Sitzung benutzen Sie gerade. Melden Sie sich stattdessen ab.',
  'Unknown device': 'Unbekanntes Gerät',
  '{browser} on {system}': '{browser} auf {system}',
}
