import { provedByDocument } from './documented.ts'

/** A.6.1.3: the development procedure, approved and in force. What it leads to is not yet recorded in Assay. */
export const controlA613 = provedByDocument('A.6.1.3', 'development-process')
