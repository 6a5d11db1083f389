export default {
  Appearance: 'Darstellung',
  'How the page looks and speaks in this browser.': 'Wie die Seite in diesem Browser aussieht und spricht.',
  // people
  People: 'Personen',
  Person: 'Person',
  'People and invitations': 'Personen und Einladungen',
  'Who has a place in this organisation, in which roles. Where a second person must approve, invite one.':
    'Wer in dieser Organisation einen Platz hat und in welchen Rollen. Wo eine zweite Person zustimmen muss, laden Sie eine ein.',
  Invitations: 'Einladungen',
  Invitation: 'Einladung',
  Role: 'Rolle',
  Roles: 'Rollen',
  Unit: 'Einheit',
  Units: 'Einheiten',
  'Search people': 'Personen suchen',
  'Organisation owner': 'Eigentümer',
  'Everything, and who has a place here. At least one remains.':
    'Alles, und wer hier einen Platz hat. Mindestens einer bleibt.',
  'AIMS manager': 'AIMS-Manager',
  'Runs the management system: sees and changes nearly everything.':
    'Führt das Managementsystem: sieht und ändert fast alles.',
  Contributor: 'Mitwirkende',
  'Records systems, evidence, tasks and the like; decides nothing alone.':
    'Erfasst Systeme, Nachweise, Aufgaben und Ähnliches; entscheidet nichts allein.',
  Approver: 'Freigebende',
  'Reads everything and approves what others prepared.': 'Liest alles und gibt frei, was andere vorbereitet haben.',
  'Internal auditor': 'Interner Auditor',
  'Reads everything, and audits it.': 'Liest alles und auditiert es.',
  'External auditor': 'Externer Auditor',
  'Reads only, until a day that is set.': 'Liest nur, bis zu einem festgelegten Tag.',
  Employee: 'Beschäftigte',
  'Reports AI in use and raises concerns; sees little else.': 'Meldet KI im Einsatz und Bedenken; sieht sonst wenig.',
  Active: 'Aktiv',
  'Place ended': 'Platz beendet',
  Erased: 'Gelöscht',
  Pending: 'Offen',
  Accepted: 'Angenommen',
  Expired: 'Abgelaufen',
  'Nobody can give or take more than they hold. You do not hold {permissions}. Ask an owner.':
    'Niemand kann mehr geben oder nehmen, als er selbst hat. Ihnen fehlt {permissions}. Fragen Sie einen Eigentümer.',
  '{first} and {rest, number} more': '{first} und {rest, number} weitere',
  Until: 'Bis',
  until: 'bis',
  'Until (open for no end)': 'Bis (offen für kein Ende)',
  '{role} until': '{role} bis',
  'Edit this person': 'Diese Person bearbeiten',
  'Who they are': 'Wer sie ist',
  'Give the name.': 'Geben Sie den Namen an.',
  'Person saved': 'Person gespeichert',
  'Save person': 'Person speichern',
  'What a role may do is the same for everybody who holds it.':
    'Was eine Rolle darf, ist für alle gleich, die sie haben.',
  'Roles of {name}': 'Rollen von {name}',
  'Set roles': 'Rollen festlegen',
  'Roles set': 'Rollen festgelegt',
  'No role: this person sees nothing here.': 'Keine Rolle: Diese Person sieht hier nichts.',
  'An organisation keeps at least one owner without an end. Make somebody else an owner first.':
    'Eine Organisation behält mindestens einen Eigentümer ohne Ende. Machen Sie zuerst jemand anderen dazu.',
  'An external auditor’s access ends on a day. Choose it.':
    'Der Zugang eines externen Auditors endet an einem Tag. Wählen Sie ihn.',
  'Place in the organisation': 'Platz in der Organisation',
  'End place': 'Platz beenden',
  'End the place of {name}?': 'Den Platz von {name} beenden?',
  'Their sessions see nothing from now on. What they did stays. The place can be given back.':
    'Die Sitzungen dieser Person sehen ab sofort nichts mehr. Was sie getan hat, bleibt. Der Platz kann zurückgegeben werden.',
  'You cannot end your own place. Ask another owner or manager.':
    'Sie können Ihren eigenen Platz nicht beenden. Fragen Sie einen anderen Eigentümer oder Manager.',
  'Give the place back': 'Platz zurückgeben',
  'Place given back': 'Platz zurückgegeben',
  'Erase name and address': 'Name und Adresse löschen',
  'Name and address erased': 'Name und Adresse gelöscht',
  'Erase name and address of {name}?': 'Name und Adresse von {name} löschen?',
  'Both are removed from the record and from every earlier version of it, for good. The log still proves that an opaque person did what they did.':
    'Beides wird aus dem Datensatz und jeder früheren Fassung endgültig entfernt. Das Protokoll belegt weiter, dass eine unbenannte Person getan hat, was sie tat.',
  'Erase for good': 'Endgültig löschen',
  'End this person’s place first, then erase their name and address.':
    'Beenden Sie zuerst den Platz dieser Person, dann löschen Sie Name und Adresse.',
  'Name and address are gone from the record and its history. What this person did stays, under an opaque id.':
    'Name und Adresse sind aus dem Datensatz und seinem Verlauf entfernt. Was diese Person tat, bleibt unter einer unbenannten Kennung.',
  // invitations
  'Invite a person': 'Person einladen',
  'Invitation link': 'Einladungslink',
  'Send this link to the person. It is shown only now: Assay keeps no copy. Whoever opens it first takes the place.':
    'Senden Sie der Person diesen Link. Er ist nur jetzt zu sehen: Assay behält keine Kopie. Wer ihn zuerst öffnet, nimmt den Platz ein.',
  'Done [button]': 'Fertig',
  'Give the address of the person.': 'Geben Sie die Adresse der Person an.',
  'Choose at least one role.': 'Wählen Sie mindestens eine Rolle.',
  'Make the invitation': 'Einladung erstellen',
  'Roles end on': 'Rollen enden am',
  'Needed for an external auditor; open means no end.': 'Für externe Auditoren nötig; offen heißt ohne Ende.',
  'Link valid until': 'Link gültig bis',
  'Invitations that you make are listed here.': 'Einladungen, die Sie erstellen, stehen hier.',
  'Invitation withdrawn': 'Einladung zurückgezogen',
  'Withdraw the invitation of {email}?': 'Die Einladung an {email} zurückziehen?',
  'Its link stops working at once. You can invite the person again.':
    'Ihr Link gilt sofort nicht mehr. Sie können die Person erneut einladen.',
  Copy: 'Kopieren',
  Copied: 'Kopiert',
  'This browser does not allow copying here. Select the text and copy it by hand.':
    'Dieser Browser erlaubt das Kopieren hier nicht. Markieren Sie den Text und kopieren Sie ihn von Hand.',
  // units
  'Parts of the organisation. Some permissions hold only for the records of one’s own unit.':
    'Teile der Organisation. Manche Rechte gelten nur für die Datensätze der eigenen Einheit.',
  'Add a unit': 'Einheit hinzufügen',
  'Add unit': 'Einheit hinzufügen',
  Rename: 'Umbenennen',
  'Rename {name}': '{name} umbenennen',
  'Rename unit': 'Einheit umbenennen',
  'Departments, teams or subsidiaries belong here, if you tell them apart.':
    'Abteilungen, Teams oder Töchter gehören hierher, wenn Sie sie unterscheiden.',
  'Name the unit.': 'Nennen Sie die Einheit.',
  'Unit saved': 'Einheit gespeichert',
  // keys
  'API keys': 'API-Schlüssel',
  'API key': 'API-Schlüssel',
  'Create an API key': 'API-Schlüssel erstellen',
  'For machines: the command line, pipelines, and programs of yours. A key may do what its scopes name, until its end.':
    'Für Maschinen: die Kommandozeile, Pipelines und eigene Programme. Ein Schlüssel darf, was seine Bereiche nennen, bis er endet.',
  Key: 'Schlüssel',
  'Begins with': 'Beginnt mit',
  Ends: 'Endet',
  'Last used': 'Zuletzt benutzt',
  'Made by': 'Erstellt von',
  Scopes: 'Bereiche',
  'Machines need a key of their own; none has been made yet.':
    'Maschinen brauchen einen eigenen Schlüssel; bisher gibt es keinen.',
  Revoked: 'Widerrufen',
  Ended: 'Beendet',
  Valid: 'Gültig',
  Revoke: 'Widerrufen',
  'Key revoked': 'Schlüssel widerrufen',
  'Revoke the key {name}?': 'Den Schlüssel {name} widerrufen?',
  'Whatever uses it is refused from now on. A revoked key cannot come back; make a new one instead.':
    'Was ihn benutzt, wird ab jetzt abgewiesen. Ein widerrufener Schlüssel kommt nicht zurück; erstellen Sie einen neuen.',
  'The key is made': 'Der Schlüssel ist erstellt',
  'Copy the key now and keep it where the machine reads it. It is shown only now: Assay keeps a hash of it.':
    'Kopieren Sie den Schlüssel jetzt dorthin, wo die Maschine ihn liest. Er ist nur jetzt zu sehen: Assay behält nur einen Hash.',
  'Sent as a header:': 'Gesendet als Kopfzeile:',
  'Name the key after the machine that uses it.': 'Benennen Sie den Schlüssel nach der Maschine, die ihn benutzt.',
  'Choose at least one scope.': 'Wählen Sie mindestens einen Bereich.',
  'Choose the day on which the key ends.': 'Wählen Sie den Tag, an dem der Schlüssel endet.',
  'Create key': 'Schlüssel erstellen',
  'Which machine uses it, such as “Nightly scan”.': 'Welche Maschine ihn benutzt, etwa „Nächtlicher Scan“.',
  'Ends on': 'Endet am',
  'Every key ends. A year at most is a good habit.':
    'Jeder Schlüssel endet. Höchstens ein Jahr ist eine gute Gewohnheit.',
  'All that only reads': 'Alles, was nur liest',
  'What the key may do. Only what you hold yourself can be given.':
    'Was der Schlüssel darf. Nur was Sie selbst haben, lässt sich geben.',
  // organisation
  'Organisation settings': 'Einstellungen der Organisation',
  'Who the organisation is, for context and scope, stands in its profile.':
    'Wer die Organisation ist, für Kontext und Anwendungsbereich, steht im Profil.',
  'Open the profile': 'Profil öffnen',
  'For machines': 'Für Maschinen',
  'Id of the organisation': 'Kennung der Organisation',
  'Sample organisation; it can never become a real one': 'Beispielorganisation; sie wird nie eine echte',
  'Real organisation': 'Echte Organisation',
  'Remove the sample organisation': 'Die Beispielorganisation entfernen',
  'Remove sample organisation': 'Beispielorganisation entfernen',
  'Remove {name}?': '{name} entfernen?',
  'Remove it when you have looked round; nothing of it mixes with an organisation of your own.':
    'Entfernen Sie sie, wenn Sie sich umgesehen haben; nichts davon vermischt sich mit einer eigenen Organisation.',
  'What goes, for good: every record of the sample with its history, its log and checkpoints, and the account of the sample. You are signed out.':
    'Was endgültig verschwindet: alle Datensätze des Beispiels mit ihrer Geschichte, sein Protokoll samt Prüfpunkten und das Konto des Beispiels. Sie werden abgemeldet.',
  'What stays: every other organisation with its records, accounts of real people, and backups that were made before, which still hold the sample.':
    'Was bleibt: jede andere Organisation mit ihren Datensätzen, Konten echter Personen und frühere Sicherungen, die das Beispiel noch enthalten.',
  'A new sample is written when Assay is next started with “--demo”.':
    'Ein neues Beispiel entsteht, wenn Assay wieder mit „--demo“ gestartet wird.',
  'Name saved': 'Name gespeichert',
  'Save name': 'Name speichern',
  'Shown on every page, report and document.': 'Steht auf jeder Seite, jedem Bericht und Dokument.',
  // security
  'My security': 'Meine Sicherheit',
  'Your own account, in every organisation you belong to.':
    'Ihr eigenes Konto, in jeder Organisation, zu der Sie gehören.',
  'Second factor': 'Zweiter Faktor',
  'A code from an authenticator app, asked at sign-in after the password. With it, a stolen password is not enough.':
    'Ein Code aus einer Authenticator-App, der bei der Anmeldung nach dem Passwort verlangt wird. Damit genügt ein gestohlenes Passwort nicht.',
  'Is in use': 'In Gebrauch',
  'Not in use': 'Nicht in Gebrauch',
  'Set up a second factor': 'Zweiten Faktor einrichten',
  'Stop using it': 'Nicht mehr verwenden',
  'Stop using the second factor': 'Zweiten Faktor nicht mehr verwenden',
  'The second factor is no longer in use': 'Der zweite Faktor ist nicht mehr in Gebrauch',
  'First confirm that it is you.': 'Bestätigen Sie zuerst, dass Sie es sind.',
  'Backup codes': 'Ersatzcodes',
  'New backup codes': 'Neue Ersatzcodes',
  'Make new backup codes': 'Neue Ersatzcodes machen',
  'You get ten new codes, and the earlier ones stop working.':
    'Sie bekommen zehn neue Codes, und die bisherigen gelten nicht mehr.',
  'The earlier codes no longer work. Keep these where you find them without your phone: each works once, and they are shown only now.':
    'Die bisherigen Codes gelten nicht mehr. Bewahren Sie diese dort auf, wo Sie sie ohne Ihr Telefon finden: Jeder gilt einmal, und sie werden nur jetzt gezeigt.',
  '{codesLeft, plural, =0 {No backup code is left. Make new ones, so that a lost phone does not lock you out.} one {# backup code is left. Make new ones soon.} other {# backup codes are left. Each works once instead of the app.}}':
    '{codesLeft, plural, =0 {Kein Ersatzcode ist übrig. Machen Sie neue, damit ein verlorenes Telefon Sie nicht aussperrt.} one {# Ersatzcode ist übrig. Machen Sie bald neue.} other {# Ersatzcodes sind übrig. Jeder gilt einmal anstelle der App.}}',
  'Ends unused': 'Endet unbenutzt',
  'at the latest': 'spätestens',
  'API keys of theirs that work': 'Gültige API-Schlüssel dieser Person',
  'They go on working when the place of their maker ends.':
    'Sie gelten weiter, wenn der Platz der Person endet, die sie gemacht hat.',
  'Their maker’s place has ended, and the keys still work. Revoke those that their maker may know.':
    'Der Platz der Person, die sie gemacht hat, ist beendet, und die Schlüssel gelten noch. Widerrufen Sie die, die sie kennen kann.',
  '{more, number} more are on the page of all keys.': '{more, number} weitere stehen auf der Seite aller Schlüssel.',
  // a colleague's way back in
  'Signing in': 'Anmeldung',
  'For a colleague who forgot their password. They choose the new one themselves.':
    'Für Kollegen, die ihr Passwort vergessen haben. Das neue wählen sie selbst.',
  'Issue a link to a new password': 'Link zu einem neuen Passwort ausstellen',
  'A new password for {name}': 'Ein neues Passwort für {name}',
  'Link to a new password': 'Link zu einem neuen Passwort',
  'Issue the link': 'Link ausstellen',
  'Change your own password under My security.': 'Ihr eigenes Passwort ändern Sie unter „Meine Sicherheit“.',
  'This person’s place has ended. Give it back first.':
    'Der Platz dieser Person ist beendet. Geben Sie ihn zuerst zurück.',
  'This person may do more than you. Ask an owner to issue the link.':
    'Diese Person darf mehr als Sie. Bitten Sie einen Eigentümer, den Link auszustellen.',
  'This person may do more than you. Ask an owner.': 'Diese Person darf mehr als Sie. Fragen Sie einen Eigentümer.',
  'Hand this link over in person or by a way that only {name} reads. It is shown only now.':
    'Übergeben Sie diesen Link persönlich oder auf einem Weg, den nur {name} liest. Er wird nur jetzt gezeigt.',
  'It works once, until': 'Er gilt einmal, bis',
  'For somebody who forgot their password, and whom you know to be asking. With the link they choose a new one; their sessions end, and a second factor is still asked for.':
    'Für jemanden, der das Passwort vergessen hat und von dem Sie wissen, dass er wirklich fragt. Mit dem Link wählt die Person ein neues; ihre Sitzungen enden, und ein zweiter Faktor wird weiter verlangt.',
  'The audit trail records that you were given the link, and when it was used. An earlier link stops working.':
    'Der Prüfpfad hält fest, dass Sie den Link bekamen und wann er benutzt wurde. Ein früherer Link gilt dann nicht mehr.',
  'The second factor is in use. Keep these backup codes where you find them without your phone: each works once, and they are shown only now.':
    'Der zweite Faktor ist in Gebrauch. Bewahren Sie diese Ersatzcodes dort auf, wo Sie sie ohne Telefon finden: Jeder gilt einmal, und sie sind nur jetzt zu sehen.',
  'I have kept them': 'Ich habe sie aufbewahrt',
  'Enter this secret in your authenticator app, or open the link on a device that has one.':
    'Geben Sie dieses Geheimnis in Ihre Authenticator-App ein, oder öffnen Sie den Link auf einem Gerät, das eine hat.',
  'Open in an authenticator app': 'In einer Authenticator-App öffnen',
  Secret: 'Geheimnis',
  'Code that the app shows now': 'Code, den die App jetzt zeigt',
  'The code has six digits.': 'Der Code hat sechs Ziffern.',
  Confirm: 'Bestätigen',
  'From then on your password alone opens your account. You can set up a second factor again at any time.':
    'Danach öffnet allein Ihr Passwort das Konto. Sie können jederzeit wieder einen zweiten Faktor einrichten.',
  'Your password': 'Ihr Passwort',
  'Type your password first.': 'Geben Sie zuerst Ihr Passwort ein.',
  'Current password': 'Bisheriges Passwort',
  'New password': 'Neues Passwort',
  'At least 12 characters. A sentence that only you would say is easy to keep in mind.':
    'Mindestens 12 Zeichen. Ein Satz, den nur Sie sagen würden, lässt sich gut merken.',
  'Choose a password of at least 12 characters that is not your name or address.':
    'Wählen Sie ein Passwort mit mindestens 12 Zeichen, das nicht Ihr Name oder Ihre Adresse ist.',
  'Type the current and the new password first.': 'Geben Sie zuerst das bisherige und das neue Passwort ein.',
  'Change password': 'Passwort ändern',
  'Password changed': 'Passwort geändert',
  Sessions: 'Sitzungen',
  'Where you are signed in. End what you do not recognise.':
    'Wo Sie angemeldet sind. Beenden Sie, was Sie nicht erkennen.',
  'This session': 'Diese Sitzung',
  Since: 'Seit',
  'last used': 'zuletzt benutzt',
  'End session': 'Sitzung beenden',
  'Session ended': 'Sitzung beendet',
  'End this session?': 'Diese Sitzung beenden?',
  '{device} is signed out at once.': '{device} wird sofort abgemeldet.',
  'This is the session you are using. Sign out instead.':
    'Diese Sitzung benutzen Sie gerade. Melden Sie sich stattdessen ab.',
  'Unknown device': 'Unbekanntes Gerät',
  'Invite {email}': '{email} einladen',
  'Make the link': 'Link erstellen',
  'New link': 'Neuer Link',
  'The link that was given out before stops working.': 'Der vorher ausgegebene Link gilt dann nicht mehr.',
  'The link is shown once, for you to send. It works once, for 14 days.':
    'Der Link wird einmal gezeigt, damit Sie ihn verschicken. Er gilt einmal, 14 Tage lang.',
  'Import people': 'Personen importieren',
  'Prepared, not sent': 'Vorbereitet, nicht verschickt',
  '{browser} on {system}': '{browser} unter {system}',
}
