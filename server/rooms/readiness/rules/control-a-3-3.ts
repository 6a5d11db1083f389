import { provedByDocument } from './documented.ts'

/** A.3.3: the procedure for raising concerns, approved and in force. What it leads to is not yet recorded in Assay. */
export const controlA33 = provedByDocument('A.3.3', 'concern-procedure')
