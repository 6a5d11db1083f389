import { provedByDocument } from './documented.ts'

/** A.10.3: the process for suppliers, approved and in force. What it leads to is not yet recorded in Assay. */
export const controlA103 = provedByDocument('A.10.3', 'supplier-policy')
