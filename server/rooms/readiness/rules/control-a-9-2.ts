import { provedByDocument } from './documented.ts'

/** A.9.2: the procedure for the use of AI, approved and in force. What it leads to is not yet recorded in Assay. */
export const controlA92 = provedByDocument('A.9.2', 'use-policy')
