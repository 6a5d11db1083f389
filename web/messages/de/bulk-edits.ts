/** The German texts of changes of many rows. */
export default {
  'Carried out': 'Ausgeführt',
  'Not undone': 'Nicht zurückgesetzt',
  'Changes of many rows': 'Änderungen vieler Zeilen',
  'Change of many rows': 'Änderung vieler Zeilen',
  'Each gives the former values back when it is undone. A row that was changed since stays as it is.':
    'Jede gibt die früheren Werte zurück, wenn sie rückgängig gemacht wird. Eine Zeile, die seither geändert wurde, bleibt, wie sie ist.',
  'Choose rows in a list and press Change…: what was done stands here.':
    'Wählen Sie Zeilen einer Liste und drücken Sie Ändern …: Was getan wurde, steht hier.',
  '{undone, number} set back; changed since and left: {names}':
    '{undone, number} zurückgesetzt; seither geändert und belassen: {names}',
  'Undo this change of {count, plural, one {# row} other {# rows}}?':
    'Diese Änderung von {count, plural, one {# Zeile} other {# Zeilen}} rückgängig machen?',
  'The former values come back, as one entry of the log. Rows that were changed since stay.':
    'Die früheren Werte kommen zurück, als ein Eintrag des Protokolls. Zeilen, die seither geändert wurden, bleiben.',
  'Kept for': 'Aufbewahrt für',
  'Give a role': 'Rolle geben',
  'Take a role away': 'Rolle wegnehmen',
  'End their place': 'Platz beenden',
  'Give their place back': 'Platz zurückgeben',
  'Include for a risk': 'Aufnehmen wegen eines Risikos',
  'Include for a law': 'Aufnehmen wegen eines Gesetzes',
  'Include for a contract': 'Aufnehmen wegen eines Vertrags',
  'Include for an objective': 'Aufnehmen wegen eines Ziels',
  'Leave open again': 'Wieder offen lassen',
  'Select all rows that are shown': 'Alle gezeigten Zeilen auswählen',
  'Take out of the figures': 'Aus den Zahlen nehmen',
  Counted: 'Gezählt',
  'Take back into the figures': 'Wieder in die Zahlen nehmen',
  'Left empty, without an end.': 'Leer gelassen: ohne Ende.',
  'I have looked at the names: these people lose their access at once.':
    'Ich habe die Namen angesehen: Diese Personen verlieren ihren Zugang sofort.',
  'Ended halfway': 'Auf halbem Weg beendet',
  'Being undone': 'Wird zurückgesetzt',
  'Not changed': 'Nicht geändert',
  '{count, plural, one {# row was not changed} other {# rows were not changed}}':
    '{count, plural, one {# Zeile wurde nicht geändert} other {# Zeilen wurden nicht geändert}}',
  'It was not reached before the change ended.': 'Sie wurde nicht erreicht, bevor die Änderung endete.',
  '{count, plural, one {and # row more} other {and # rows more}}':
    '{count, plural, one {und # weitere Zeile} other {und # weitere Zeilen}}',
  'Very many rows: they are set back in slices': 'Sehr viele Zeilen: Sie werden in Teilen zurückgesetzt',
  'So many rows are changed in slices. You see how far it is and can call it off; all of it can be undone.':
    'So viele Zeilen werden in Teilen geändert. Sie sehen, wie weit es ist, und können es abbrechen; alles lässt sich rückgängig machen.',
  'Look at all {rows, number} rows first': 'Zuerst alle {rows, number} Zeilen ansehen',
  '{looked, number} of {rows, number} rows looked at': '{looked, number} von {rows, number} Zeilen angesehen',
  'There is no such record here any more.': 'Diesen Eintrag gibt es hier nicht mehr.',
  'Somebody changed it since you looked. Look at it again and decide.':
    'Jemand hat ihn geändert, seit Sie ihn angesehen haben. Sehen Sie ihn noch einmal an und entscheiden Sie.',
  'It says so already.': 'Es steht schon so da.',
  'What its change says is more than one entry of the log holds.':
    'Was seine Änderung sagt, fasst ein Eintrag des Protokolls nicht.',
  'Your role does not allow this.': 'Ihre Rolle erlaubt das nicht.',
  'Which rows were left is kept without a past. Go back to today to see them.':
    'Welche Zeilen blieben, wird ohne Vergangenheit aufbewahrt. Gehen Sie zu heute zurück, um sie zu sehen.',
  'Changing many rows': 'Viele Zeilen werden geändert',
  'Undoing a change of many rows': 'Eine Änderung vieler Zeilen wird rückgängig gemacht',
  'Look at the change': 'Die Änderung ansehen',
  '“{name}” is open and names it.': '„{name}“ ist offen und nennt sie.',
}
