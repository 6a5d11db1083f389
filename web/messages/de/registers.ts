/** Words that the registers of several rooms share. */
export default {
  Reason: 'Grund',
  'Say why.': 'Sagen Sie, warum.',
  State: 'Zustand',
  Name: 'Name',
  'Clause {ref}': 'Klausel {ref}',
  'Control {ref}': 'Maßnahme {ref}',
  'An auditor asks': 'Ein Auditor fragt',
}
