/** Texts of the imports. */
export default {
  Imports: 'Importe',
  Import: 'Import',
  'Import a CSV file': 'CSV-Datei importieren',
  'Import into {register}': 'Import in {register}',
  'Which column of the file is what. Your choice is remembered for the next file with the same headings.':
    'Welche Spalte der Datei was ist. Ihre Wahl wird für die nächste Datei mit denselben Überschriften gemerkt.',
  Columns: 'Spalten',
  Result: 'Ergebnis',
  Rows: 'Zeilen',
  Row: 'Zeile',
  Good: 'In Ordnung',
  'To correct': 'Zu korrigieren',
  Committed: 'Übernommen',
  Undone: 'Zurückgenommen',
  'Kept, changed by somebody since': 'Behalten, seither von jemandem geändert',
  'Taken in': 'Eingelesen',
  '{rows, plural, one {# row waits.} other {# rows wait.}} Say what each column is, then check the rows.':
    '{rows, plural, one {# Zeile wartet.} other {# Zeilen warten.}} Sagen Sie, was jede Spalte ist, und prüfen Sie dann die Zeilen.',
  'Nothing is written yet. {good} of {rows, plural, one {# row} other {# rows}} can be committed.':
    'Noch ist nichts geschrieben. {good} von {rows, plural, one {# Zeile} other {# Zeilen}} können übernommen werden.',
  'Nothing is written yet. Every row can be committed.':
    'Noch ist nichts geschrieben. Alle Zeilen können übernommen werden.',
  'The rows were not committed and are gone. Send the file again to start anew.':
    'Die Zeilen wurden nicht übernommen und sind gelöscht. Senden Sie die Datei erneut, um neu zu beginnen.',
  'What this import wrote was taken back, except records that somebody has changed since.':
    'Was dieser Import geschrieben hat, wurde zurückgenommen, außer Datensätzen, die seither jemand geändert hat.',
  'Everything that this import wrote was taken back.':
    'Alles, was dieser Import geschrieben hat, wurde zurückgenommen.',
  'Files taken into the registers: checked before anything is written, and undone as a whole if need be.':
    'Dateien, die in die Verzeichnisse eingelesen wurden: geprüft, bevor etwas geschrieben wird, und als Ganzes rücknehmbar.',
  Register: 'Verzeichnis',
  'Why AI systems and what they need are listed (A.4.2)': 'Warum KI-Systeme und ihre Ressourcen erfasst werden (A.4.2)',
  'What you already keep in a spreadsheet belongs here: save it as CSV and take it in, row by row.':
    'Was Sie schon in einer Tabelle führen, gehört hierher: als CSV speichern und Zeile für Zeile einlesen.',
  File: 'Datei',
  '(required)': '(erforderlich)',
  'Check the rows': 'Zeilen prüfen',
  'Check the rows again': 'Zeilen erneut prüfen',
  'Empty in the first rows': 'In den ersten Zeilen leer',
  'For example: {values}': 'Zum Beispiel: {values}',
  'The column “{column}” fills this already.': 'Das füllt schon die Spalte „{column}“.',
  'Choose the column that holds “{field}”.': 'Wählen Sie die Spalte, in der „{field}“ steht.',
  'No row can be committed. Correct the file and send it again.':
    'Keine Zeile kann übernommen werden. Korrigieren Sie die Datei und senden Sie sie erneut.',
  'Commit all {rows, plural, one {# row} other {# rows}}':
    'Alle {rows, plural, one {# Zeile} other {# Zeilen}} übernehmen',
  'Commit {rows, plural, one {# good row} other {# good rows}}':
    '{rows, plural, one {# fehlerfreie Zeile} other {# fehlerfreie Zeilen}} übernehmen',
  '{bad, plural, one {# row is} other {# rows are}} to correct. Correct the file and send it again, or commit the good rows alone.':
    '{bad, plural, one {# Zeile ist} other {# Zeilen sind}} zu korrigieren. Korrigieren Sie die Datei und senden Sie sie erneut, oder übernehmen Sie nur die fehlerfreien Zeilen.',
  'Undo this import?': 'Diesen Import zurücknehmen?',
  '{rows, plural, one {The record that it wrote is} other {The # records that it wrote are}} taken back. What somebody has changed since stays, and is listed here. To have the rows again, send the file again.':
    '{rows, plural, one {Der geschriebene Datensatz wird} other {Die # geschriebenen Datensätze werden}} zurückgenommen. Was seither jemand geändert hat, bleibt und wird hier aufgeführt. Um die Zeilen wieder zu haben, senden Sie die Datei erneut.',
  'Undo the import': 'Import zurücknehmen',
  'File discarded': 'Datei verworfen',
  'Discard {file}?': '{file} verwerfen?',
  'Its rows are not committed and go. That there was such a file stays on record.':
    'Ihre Zeilen werden nicht übernommen und gelöscht. Dass es diese Datei gab, bleibt festgehalten.',
  'Discard the file': 'Datei verwerfen',
  Discard: 'Verwerfen',
  'The file is read and its rows wait. Nothing reaches the register before you have seen what would.':
    'Die Datei wird gelesen, ihre Zeilen warten. Nichts kommt in das Verzeichnis, bevor Sie gesehen haben, was es wäre.',
  'Choose the register that the rows belong to.': 'Wählen Sie das Verzeichnis, in das die Zeilen gehören.',
  'Choose a CSV file.': 'Wählen Sie eine CSV-Datei.',
  'Read the file': 'Datei einlesen',
  'CSV file': 'CSV-Datei',
  'UTF-8, headings in the first line; comma, semicolon or tab between the cells.':
    'UTF-8, Überschriften in der ersten Zeile; Komma, Semikolon oder Tabulator zwischen den Zellen.',
  'What this register takes': 'Was dieses Verzeichnis aufnimmt',
  'Headings may differ from these; you say which column is which in the next step.':
    'Die Überschriften dürfen anders heißen; im nächsten Schritt sagen Sie, welche Spalte welche ist.',
  'Rows checked': 'Zeilen geprüft',
  'Rows of the file': 'Zeilen der Datei',
  Empty: 'Leer',
  'Which rows': 'Welche Zeilen',
  All: 'Alle',
  '{file} to correct': '{file} zu korrigieren',
  'Download the rows to correct': 'Zu korrigierende Zeilen herunterladen',
  Uploaded: 'Hochgeladen',
  Checked: 'Geprüft',
  Committing: 'Wird übernommen',
  Undoing: 'Wird zurückgenommen',
  Discarded: 'Verworfen',
  'Not checked': 'Nicht geprüft',
  Kept: 'Behalten',
  'Left as it is': 'Unverändert gelassen',
  'Left as they are': 'Unverändert gelassen',
  'Changes a record': 'Ändert einen Eintrag',
  'Changes nothing': 'Ändert nichts',
  'Download a sample file': 'Beispieldatei herunterladen',
}
