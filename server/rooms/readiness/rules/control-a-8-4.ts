import { provedByDocument } from './documented.ts'

/** A.8.4: the plan for telling users about incidents, approved and in force. What it leads to is not yet recorded in Assay. */
export const controlA84 = provedByDocument('A.8.4', 'incident-procedure')
