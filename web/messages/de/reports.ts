export default {
  'Make a gap report': 'Lückenbericht erstellen',
  Report: 'Bericht',
  'Choose at least one format.': 'Wählen Sie mindestens ein Format.',
  'Make report': 'Bericht erstellen',
  'It shows the records exactly as they stand now. What is recorded while it is made is not in it.':
    'Er zeigt die Aufzeichnungen genau so, wie sie jetzt stehen. Was währenddessen aufgezeichnet wird, ist nicht darin.',
  Formats: 'Formate',
  'Findings of': 'Feststellungen von',
  'A concluded gap assessment, whose findings are frozen. Leave it empty for what the records prove now.':
    'Eine abgeschlossene Lückenanalyse, deren Feststellungen feststehen. Leer heißt: was die Aufzeichnungen jetzt belegen.',
  'It shows what records prove and what people declare. Only an accredited body decides on certification.':
    'Er zeigt, was Aufzeichnungen belegen und was Menschen angeben. Nur eine akkreditierte Stelle entscheidet über die Zertifizierung.',
  'What it was made from': 'Woraus er entstand',
  Files: 'Dateien',
  'The same bytes every time; the hash shows it.': 'Jedes Mal dieselben Bytes; die Prüfsumme zeigt es.',
  'Download {format}': '{format} herunterladen',
  'Records up to entry': 'Aufzeichnungen bis Eintrag',
  Instant: 'Zeitpunkt',
  'Asked for by': 'Angefordert von',
  'A machine': 'Eine Maschine',
  'The records at that entry': 'Die Aufzeichnungen bei diesem Eintrag',
  Log: 'Protokoll',
  'None yet': 'Noch keiner',
  'Root of the checkpoint': 'Wurzel des Prüfpunkts',
  'Fixes {size, number} entries, this one among them': 'Legt {size, number} Einträge fest, diesen eingeschlossen',
  'Fixes {size, number} entries; a later one fixes the rest':
    'Legt {size, number} Einträge fest; den Rest legt ein späterer fest',
  'Report reinstated': 'Bericht wieder eingesetzt',
  'It is not made yet. Cancel the work instead.': 'Er ist noch nicht erstellt. Brechen Sie stattdessen die Arbeit ab.',
  'Withdraw this report': 'Diesen Bericht zurückziehen',
  'Why it should not be used any more. Its files stay, and it can be reinstated.':
    'Warum er nicht mehr verwendet werden soll. Seine Dateien bleiben, und er kann wieder eingesetzt werden.',
  'Withdraw report': 'Bericht zurückziehen',
  'Report withdrawn': 'Bericht zurückgezogen',
  'Not made yet': 'Noch nicht erstellt',
  Made: 'Erstellt',
  'For reading and handing over.': 'Zum Lesen und Weitergeben.',
  'For going on writing.': 'Zum Weiterschreiben.',
  'A row a clause or control, for spreadsheets.': 'Eine Zeile je Abschnitt oder Maßnahme, für Tabellenprogramme.',
  'Everything, for machines and for comparing two reports.': 'Alles, für Maschinen und zum Vergleich zweier Berichte.',
  'Records as of': 'Aufzeichnungen vom',
  'On paper: where every clause and control stands, why, and what to do next. Each states what it was made from.':
    'Auf Papier: wo jeder Abschnitt und jede Maßnahme steht, warum, und was zu tun ist. Jeder nennt, woraus er entstand.',
  'Why management looks at results (9.3.2)': 'Warum die Leitung auf Ergebnisse schaut (9.3.2)',
  'Gap reports belong here, for management, clients and auditors.':
    'Hierher gehören Lückenberichte, für Leitung, Kunden und Auditoren.',
}
