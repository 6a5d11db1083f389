/** Words that the registers of several rooms share. */
export default {
  Reason: 'Grund',
  'Say why.': 'Sagen Sie, warum.',
  State: 'Zustand',
  Name: 'Name',
  'Clause {ref}': 'Abschnitt {ref}',
  'Control {ref}': 'Maßnahme {ref}',
  'An auditor asks': 'Ein Auditor fragt',
  'What proves it, and what it maps to': 'Was sie belegt und worauf sie sich bezieht',
}
