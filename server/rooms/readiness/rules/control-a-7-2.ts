import { provedByDocument } from './documented.ts'

/** A.7.2: the data management procedure, approved and in force. What it leads to is not yet recorded in Assay. */
export const controlA72 = provedByDocument('A.7.2', 'data-management-process')
