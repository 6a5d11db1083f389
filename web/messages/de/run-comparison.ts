/** Zwei Messungen Zahl für Zahl nebeneinander. */
export default {
  'Only what changed ({count} of {all})': 'Nur Geändertes ({count} von {all})',
  '{count, plural, =0 {No verdict changed.} one {# verdict changed.} other {# verdicts changed.}}':
    '{count, plural, =0 {Kein Urteil hat sich geändert.} one {# Urteil hat sich geändert.} other {# Urteile haben sich geändert.}}',
  'Whether chance alone gives such changes cannot be said of any number here.':
    'Ob schon der Zufall solche Änderungen ergibt, lässt sich hier von keiner Zahl sagen.',
  'Of {tested} numbers with an interval, {beyond} changed by more than noise; about {chance} would by chance alone.':
    'Von {tested} Zahlen mit Intervall haben sich {beyond} um mehr als das Rauschen geändert; etwa {chance} wären es schon durch Zufall.',
  After: 'Nachher',
  'There is nothing to show here.': 'Hier gibt es nichts zu zeigen.',
  'More than noise?': 'Mehr als Rauschen?',
  'Could be chance': 'Kann Zufall sein',
  '{value} points': '{value} Punkte',
  'not there': 'nicht vorhanden',
  'at least {value}': 'mindestens {value}',
  'at most {value}': 'höchstens {value}',
  none: 'keines',
  'A value is missing': 'Ein Wert fehlt',
  'No interval is known': 'Kein Intervall bekannt',
  'Only in one run': 'Nur in einer Messung',
  'The same file': 'Dieselbe Datei',
  'Perhaps the same rows': 'Vielleicht dieselben Zeilen',
  'Measured otherwise': 'Anders gemessen',
  'Intervals of another confidence': 'Intervalle anderer Sicherheit',
  'Both against a reference': 'Beide gegen eine Referenz',
  'Counted of the whole file': 'An der ganzen Datei gezählt',
  'Of another tool': 'Von einem anderen Werkzeug',
  'Computed by other versions of the engine: {before}, then {after}.':
    'Mit verschiedenen Fassungen des Rechenwerks berechnet: {before}, dann {after}.',
  'Computed under other rules of measures: {before}, then {after}.':
    'Nach verschiedenen Regeln der Maße berechnet: {before}, dann {after}.',
  'The limits or words of the plan differ: {keys}. The numbers are measured alike.':
    'Die Grenzen oder Worte des Plans unterscheiden sich: {keys}. Die Zahlen sind gleich gemessen.',
  'The plan measures otherwise: {keys}. A change may come from that.':
    'Der Plan misst anders: {keys}. Eine Änderung kann daher kommen.',
  'They were compared with other references. A change may come from that.':
    'Sie wurden mit verschiedenen Referenzen verglichen. Eine Änderung kann daher kommen.',
  'Both runs are of the same file, so nothing of a change is chance of who was drawn.':
    'Beide Messungen sind von derselben Datei; an einer Änderung ist also nichts Zufall der Auswahl.',
  'Both files have the same numbers of rows and labels in every group, so they may hold the same rows measured anew. Nothing is said about chance then.':
    'Beide Dateien haben in jeder Gruppe gleich viele Zeilen und Ergebnisse; sie können dieselben Zeilen neu gemessen enthalten. Über Zufall wird dann nichts gesagt.',
  'Change of the share of numbers that are not finite': 'Änderung des Anteils nicht endlicher Zahlen',
  'Share outside of the range of the reference': 'Anteil außerhalb des Bereichs der Referenz',
  'Whether the column is there': 'Ob die Spalte da ist',
  'Share of rows': 'Anteil der Zeilen',
  'Ratio of {metric}': 'Verhältnis: {metric}',
  'Difference in {metric}': 'Unterschied: {metric}',
  'everybody else': 'alle anderen',
}
