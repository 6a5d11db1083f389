export default {
  'Waits for you': 'Wartet auf Sie',
  Begin: 'Beginnen',
  'To reach the next level': 'Um die nächste Stufe zu erreichen',
  'Nothing waits for you just now.': 'Gerade wartet nichts auf Sie.',
  '{count, plural, one {One more step follows} other {# more steps follow}} from the records.':
    '{count, plural, one {Ein weiterer Schritt folgt} other {# weitere Schritte folgen}} aus den Aufzeichnungen.',
  'See every clause and control': 'Alle Abschnitte und Maßnahmen ansehen',
  'Serves {refs}': 'Dient {refs}',
  '{refs} and {more} more': '{refs} und {more} weiteren',
  'Find out whether you need ISO/IEC 42001': 'Herausfinden, ob Sie ISO/IEC 42001 brauchen',
  'Your activities decide. A dozen questions, and the answer comes with its reasons.':
    'Ihre Tätigkeiten entscheiden. Ein Dutzend Fragen, und die Antwort kommt mit ihren Gründen.',
  'List your AI systems': 'Ihre KI-Systeme auflisten',
  'Scope, roles, risks and controls all start from the register. AI inside bought software counts.':
    'Anwendungsbereich, Rollen, Risiken und Maßnahmen gehen alle vom Verzeichnis aus. KI in gekaufter Software zählt mit.',
  'Go through the interview': 'Das Interview durchgehen',
  'Seventy questions in plain words show what is there and what is missing. Share them out.':
    'Siebzig Fragen in einfachen Worten zeigen, was da ist und was fehlt. Teilen Sie sie auf.',
  'Plan the road': 'Den Weg planen',
  'Owners, dates and the critical path, from what is missing to the audit.':
    'Verantwortliche, Termine und der kritische Pfad, von dem, was fehlt, bis zum Audit.',
  '32 clauses and 38 controls by level': '32 Abschnitte und 38 Maßnahmen nach Stufe',
  'Computed from the records. There is no overall figure: levels of different clauses do not add up.':
    'Aus den Aufzeichnungen berechnet. Es gibt keine Gesamtzahl: Stufen verschiedener Abschnitte addieren sich nicht.',
  'Your role does not include where the organization stands.': 'Ihre Rolle umfasst nicht, wo die Organisation steht.',
  'Noted as seen': 'Als gesehen vermerkt',
  'You are looking at the past. Go back to today to see what is new.':
    'Sie sehen die Vergangenheit. Gehen Sie zu heute zurück, um Neues zu sehen.',
  'Nobody else has changed anything.': 'Niemand sonst hat etwas geändert.',
  '{from} → {to}': '{from} → {to}',
  '{more, plural, one {One earlier entry} other {# earlier entries}} in the audit trail':
    '{more, plural, one {Ein früherer Eintrag} other {# frühere Einträge}} im Änderungsprotokoll',
  Since: 'Seit',
  '{what} “{name}”': '{what}: „{name}“',
  '{what}, {times, number} times': '{what}, {times, number}-mal',
  'I have seen this': 'Das habe ich gesehen',
}
