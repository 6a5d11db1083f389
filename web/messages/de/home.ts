export default {
  'The next step appears here once the first records are in.':
    'Der nächste Schritt erscheint hier, sobald die ersten Datensätze vorliegen.',
  'The levels of every clause and control appear here once readiness has been computed.':
    'Die Stufen jeder Klausel und Maßnahme erscheinen hier, sobald die Bereitschaft berechnet ist.',
  'Changes made by others appear here.': 'Änderungen anderer erscheinen hier.',
}
