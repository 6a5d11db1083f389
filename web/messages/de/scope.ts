export default {
  'Do all records say the same?': 'Sagen alle Aufzeichnungen dasselbe?',
  'An auditor lays them side by side. Each difference has a name, and leads to where it is mended.':
    'Wer prüft, legt sie nebeneinander. Jeder Unterschied hat einen Namen und führt dorthin, wo er behoben wird.',
  'Audit plans are not kept in Assay yet. Compare yours by hand, and say so in a review of the scope.':
    'Auditpläne werden in Assay noch nicht geführt. Vergleichen Sie Ihren von Hand und halten Sie es in einer Überprüfung des Anwendungsbereichs fest.',
  'And {count, plural, one {# more} other {# more}}.': 'Und {count, plural, one {# weiterer} other {# weitere}}.',
  'It is there no longer; open the question again.': 'Es ist nicht mehr da; die Frage wieder öffnen.',
  'Decided by {name} on {day}': 'Entschieden von {name} am {day}',
  'Take in': 'Aufnehmen',
  'Leave “{name}” out of scope': '„{name}“ außerhalb lassen',
  'Leave out with a reason': 'Mit Grund ausnehmen',
  'Say in a sentence why it is outside.': 'In einem Satz sagen, warum es außerhalb liegt.',
  'Left out of scope': 'Vom Anwendungsbereich ausgenommen',
  'It stands in the scope statement: why leaving it out hides nothing that matters.':
    'Er steht in der Beschreibung des Anwendungsbereichs: warum die Ausnahme nichts Wesentliches verdeckt.',
  'Add an activity': 'Tätigkeit hinzufügen',
  'Add activity': 'Tätigkeit hinzufügen',
  'Activity added': 'Tätigkeit hinzugefügt',
  'Activity removed': 'Tätigkeit entfernt',
  'Say what you do with AI.': 'Sagen, was Sie mit KI tun.',
  'In words that fit into a sentence: “development of AI systems for credit decisions”.':
    'In Worten, die in einen Satz passen: „Entwicklung von KI-Systemen für Kreditentscheidungen“.',
  'Look at the scope': 'Anwendungsbereich ansehen',
  'Where the AI management system begins and ends. What is left out is left out for a reason.':
    'Wo das KI-Managementsystem beginnt und endet. Was ausgenommen ist, hat einen Grund.',
  'Scope statement composed. Read it, then submit it for approval.':
    'Beschreibung des Anwendungsbereichs verfasst. Lesen, dann zur Genehmigung vorlegen.',
  'A version waits for its approval. Approve it or take it back first.':
    'Eine Fassung wartet auf ihre Genehmigung. Erst genehmigen oder zurücknehmen.',
  'Compose the draft again?': 'Den Entwurf neu verfassen?',
  'The text of the open draft is replaced by what the records say now. History keeps it.':
    'Der Text des offenen Entwurfs wird durch das ersetzt, was die Aufzeichnungen jetzt sagen. Der Verlauf behält ihn.',
  'Compose again': 'Neu verfassen',
  'Compose the scope statement': 'Als Dokument verfassen',
  'In one sentence': 'In einem Satz',
  'As the records say today, and as it could stand on a certificate.':
    'Wie es die Aufzeichnungen heute sagen und wie es auf einem Zertifikat stehen könnte.',
  'Left out, though they concern people': 'Ausgenommen, obwohl sie Menschen betreffen',
  'These take decisions about people or help to. An auditor asks about them first; their reason has to hold.':
    'Diese treffen Entscheidungen über Menschen oder helfen dabei. Danach wird zuerst gefragt; der Grund muss tragen.',
  'Approved wording': 'Genehmigter Wortlaut',
  'approved by {name}, in force since {day}': 'genehmigt von {name}, gültig seit {day}',
  'in force since {day}': 'gültig seit {day}',
  'Being worked on': 'In Arbeit',
  'Decided one by one in their register.': 'Einzeln in ihrem Verzeichnis entschieden.',
  '{count, plural, =0 {No AI systems} one {# AI system} other {# AI systems}}':
    '{count, plural, =0 {Keine KI-Systeme} one {# KI-System} other {# KI-Systeme}}',
  'Activities with AI': 'Tätigkeiten mit KI',
  'No activity is recorded. Say what you do with AI: develop, provide, use.':
    'Keine Tätigkeit erfasst. Sagen, was Sie mit KI tun: entwickeln, anbieten, nutzen.',
  'No unit is recorded. Units are kept under People.': 'Keine Einheit erfasst. Einheiten stehen unter Personen.',
  'No site is recorded. Sites are kept in the profile of the organisation.':
    'Kein Standort erfasst. Standorte stehen im Profil der Organisation.',
  'AI roles': 'KI-Rollen',
  'No system in scope has confirmed roles yet.': 'Für kein System im Anwendungsbereich sind Rollen bestätigt.',
  'No activity is in scope.': 'Keine Tätigkeit ist im Anwendungsbereich.',
  'No AI system is in scope.': 'Kein KI-System ist im Anwendungsbereich.',
  'No unit is in scope.': 'Keine Einheit ist im Anwendungsbereich.',
  'No site is in scope.': 'Kein Standort ist im Anwendungsbereich.',
  'No role is in scope.': 'Keine Rolle ist im Anwendungsbereich.',
  'Inventory and decisions': 'Verzeichnis und Entscheidungen',
  'No scope statement is in force. Compose it, and have another person approve it.':
    'Keine Beschreibung des Anwendungsbereichs gilt. Verfassen und von einer anderen Person genehmigen lassen.',
  'No Statement of Applicability is approved.': 'Keine Erklärung zur Anwendbarkeit ist genehmigt.',
  'Audit plan': 'Auditplan',
  Agrees: 'Stimmt überein',
  Differs: 'Weicht ab',
  'Nothing to compare with': 'Nichts zu vergleichen',
  'Not kept in Assay': 'Nicht in Assay geführt',
  'is not decided': 'ist nicht entschieden',
  'was decided on, and is there no longer': 'wurde entschieden und ist nicht mehr da',
  'is in scope, and its unit “{name}” is not': 'ist im Anwendungsbereich, die Einheit „{name}“ nicht',
  'is in scope, and its role “{name}” is not': 'ist im Anwendungsbereich, die Rolle „{name}“ nicht',
  'is in scope, and the approved wording does not name it':
    'ist im Anwendungsbereich, und der genehmigte Wortlaut nennt es nicht',
  'is named in the approved wording, and is in scope no longer':
    'steht im genehmigten Wortlaut und ist nicht mehr im Anwendungsbereich',
  'is a file, so its words cannot be compared; read it against the list':
    'ist eine Datei, ihre Worte lassen sich nicht vergleichen; gegen die Liste lesen',
  'was approved before “{name}” took effect; look at it again':
    'wurde genehmigt, bevor „{name}“ in Kraft trat; erneut ansehen',
  'covers “{name}”, which is out of scope': 'deckt „{name}“ ab, das außerhalb liegt',
  'is in scope, and no control covers it': 'ist im Anwendungsbereich, und keine Maßnahme deckt es ab',
  'development of AI systems': 'Entwicklung von KI-Systemen',
  'provision of AI systems': 'Bereitstellung von KI-Systemen',
  'use of AI systems': 'Nutzung von KI-Systemen',
}
