/** Wie viele Zeilen ein Messplan braucht, bevor gemessen wird. */
export default {
  rows: 'Zeilen',
  'rows with a favourable label': 'Zeilen mit günstigem Ergebnis',
  'rows with an unfavourable label': 'Zeilen mit ungünstigem Ergebnis',
  'rows with a favourable decision': 'Zeilen mit günstiger Entscheidung',
  'rows with an unfavourable decision': 'Zeilen mit ungünstiger Entscheidung',
  'rows in the window': 'Zeilen im Zeitfenster',
  'Before anybody has measured: with fewer, a run can only say that there is not enough data.':
    'Bevor jemand gemessen hat: mit weniger kann eine Messung nur sagen, dass die Daten nicht reichen.',
  'Rows of the reference': 'Zeilen der Referenz',
  'Empty: as many as one likes.': 'Leer: beliebig viele.',
  'A whole number of at least 1.': 'Eine ganze Zahl ab 1.',
  'Expected value': 'Erwarteter Wert',
  'The plan then says how many rows it needs.': 'Der Plan sagt dann, wie viele Zeilen er braucht.',
  'Share of favourable labels': 'Anteil günstiger Ergebnisse',
  '0 to 1; the size rests on it.': '0 bis 1; die Größe beruht darauf.',
  '{measure} {limit}: no number is enough, since {rate} does not hold it.':
    '{measure} {limit}: keine Zahl reicht, da {rate} die Grenze nicht hält.',
  '{measure} {limit}: {needed} {counted} for a chance of {power} to pass, with {rate} expected.':
    '{measure} {limit}: {needed} {counted} für eine Chance von {power} zu bestehen, bei erwarteten {rate}.',
  '{measure} {limit}: {needed} {counted} for a chance of {power} to pass, with {rate} expected and a share of {base} favourable labels.':
    '{measure} {limit}: {needed} {counted} für eine Chance von {power} zu bestehen, bei erwarteten {rate} und einem Anteil günstiger Ergebnisse von {base}.',
  '{needed} {counted}, so that scores without fault show an ECE of no more than {bound} in {bins} bins.':
    '{needed} {counted}, damit fehlerlose Punktwerte in {bins} Klassen höchstens einen ECE von {bound} zeigen.',
  '{needed} {counted}, so that each of {bins} bins is known within ± {bound}.':
    '{needed} {counted}, damit jede von {bins} Klassen auf ± {bound} bekannt ist.',
  '{measure} {limit}: no window is enough, since the reference is too small.':
    '{measure} {limit}: kein Zeitfenster reicht, da die Referenz zu klein ist.',
  '{measure} {limit}: {needed} {counted}, so that a column without change passes.':
    '{measure} {limit}: {needed} {counted}, damit eine unveränderte Spalte besteht.',
  '{measure} {limit}: {needed} {counted}, so that a column of {categories} categories without change passes.':
    '{measure} {limit}: {needed} {counted}, damit eine unveränderte Spalte mit {categories} Kategorien besteht.',
  '{measure} {limit}: with fewer than {needed} {counted} it cannot be shown, even without a single failure.':
    '{measure} {limit}: mit weniger als {needed} {counted} lässt es sich nicht zeigen, auch ohne einen einzigen Fehler.',
}
