/** What the registers say about their files: fields, choices, and what is wrong with a cell. The server says them in English. */
export default {
  'Your own number; each may be given once.': 'Ihre eigene Nummer; jede nur einmal.',
  'Owner (e-mail)': 'Verantwortlich (E-Mail)',
  'The address of somebody who has a place here.': 'Die Adresse von jemandem, der hier einen Platz hat.',
  'The name of a unit as it is kept here.': 'Der Name einer Einheit, wie er hier geführt wird.',
  'proposed, in-development or in-use': 'proposed, in-development oder in-use',
  'Several with ; between them': 'Mehrere durch ; getrennt',
  'Runs on': 'Läuft auf',
  'Your own number, by which it is found again.': 'Ihre eigene Nummer, an der es wiedergefunden wird.',
  'The address of somebody active here.': 'Die Adresse von jemandem, der hier aktiv ist.',
  'Numbers of Annex A such as A.6.2.4, or framework and number such as NIST-AI-RMF-1.0/GOVERN 1.1; several by commas.':
    'Nummern aus Anhang A wie A.6.2.4, oder Rahmenwerk und Nummer wie NIST-AI-RMF-1.0/GOVERN 1.1; mehrere durch Kommas.',
  'How it is checked': 'Wie sie geprüft wird',
  'Checked every (months)': 'Prüfung alle (Monate)',
  'The law, contract or standard.': 'Das Gesetz, der Vertrag oder die Norm.',
  'Article, section or clause.': 'Artikel, Abschnitt oder Klausel.',
  'In your own words.': 'In Ihren eigenen Worten.',
  'Names as registered, several with ; between them. Empty: the whole organization.':
    'Namen wie im Register, mehrere durch ; getrennt. Leer: die ganze Organisation.',
  'Has to be told': 'Muss informiert werden',
  'Whom it obliges you to tell something. Empty: nobody.': 'Wem Sie danach etwas melden müssen. Leer: niemandem.',
  'A short name.': 'Ein kurzer Name.',
  'Names as registered. Several with ; between them.': 'Namen wie im Register. Mehrere durch ; getrennt.',
  'Ids of Annex A, such as A.6.2.4. Several with ; between them.':
    'Nummern aus Anhang A, etwa A.6.2.4. Mehrere durch ; getrennt.',
  'By which a person is found.': 'Daran wird eine Person gefunden.',
  'owner, aims-manager, contributor, approver, internal-auditor, external-auditor, employee. Several with ; between them. Needed for somebody new.':
    'owner, aims-manager, contributor, approver, internal-auditor, external-auditor, employee. Mehrere durch ; getrennt. Nötig für neue Personen.',
  '2027-03-31. Needed for an external auditor.': '2027-03-31. Nötig für externe Auditoren.',
  'A unit as it is called here.': 'Eine Einheit, wie sie hier heißt.',
  'People who are here already': 'Personen, die schon hier sind',
  'Leave them as they are': 'Unverändert lassen',
  'Their rows change nothing.': 'Ihre Zeilen ändern nichts.',
  'Update them': 'Aktualisieren',
  'Name, roles and unit become what the row says; an empty cell changes nothing.':
    'Name, Rollen und Einheit werden, was die Zeile sagt; eine leere Zelle ändert nichts.',
  'People who are new': 'Neue Personen',
  'Prepare their invitations': 'Einladungen vorbereiten',
  'Nobody is asked anything. Send each invitation from the list of people.':
    'Niemand wird angeschrieben. Sie verschicken jede Einladung aus der Liste der Personen.',
  'Invite them by mail': 'Per Mail einladen',
  'Each gets a mail with a link that works once.': 'Jede Person bekommt eine Mail mit einem Link, der einmal gilt.',
  'belongs to nobody active here; invite them first':
    'gehört niemandem, der hier aktiv ist; laden Sie die Person erst ein',
  'is here already; give the row a number of its own if it is another one':
    'ist schon hier; geben Sie der Zeile eine eigene Nummer, wenn es etwas anderes ist',
  'is the number of a risk already': 'ist schon die Nummer eines Risikos',
  'is the number of another control, here or in an earlier row':
    'ist die Nummer einer anderen Maßnahme, hier oder in einer früheren Zeile',
  'lies in the future': 'liegt in der Zukunft',
  'must be given': 'fehlt',
  'must be given for somebody new': 'wird für neue Personen gebraucht',
  'must be given: a person is found by it': 'fehlt: daran wird eine Person gefunden',
  'stands in an earlier row of this file too': 'steht auch in einer früheren Zeile dieser Datei',
  'was taken meanwhile; choose another': 'ist inzwischen vergeben; wählen Sie eine andere',
  'is no e-mail address': 'ist keine E-Mail-Adresse',
  'is longer than 200 characters': 'ist länger als 200 Zeichen',
  'is no day; write it as 2027-03-31': 'ist kein Tag; schreiben Sie ihn wie 2027-03-31',
  'lies in the past; choose a later day': 'liegt in der Vergangenheit; wählen Sie einen späteren Tag',
  'is needed for an external auditor': 'wird für externe Auditoren gebraucht',
  'is no unit here; create it first': 'ist hier keine Einheit; legen Sie sie erst an',
  'are more than you hold yourself; ask an owner to import this row':
    'sind mehr, als Sie selbst haben; lassen Sie diese Zeile von einem Eigentümer importieren',
  'is of somebody whose place has ended; give it back on their page first':
    'gehört jemandem, dessen Platz beendet ist; geben Sie ihn erst auf der Seite der Person zurück',
  'is invited or prepared already; that stays as it is': 'ist schon eingeladen oder vorbereitet; das bleibt so',
  'is here already and is left as they are': 'ist schon hier und bleibt unverändert',
  'is here already, and nothing differs': 'ist schon hier, und nichts weicht ab',
  'are none now': 'sind jetzt keine',
  'is none now': 'ist jetzt keine',
} as Record<string, string>
