import { provedByDocument } from './documented.ts'

/** 9.2.2: the audit programme, approved and in force. What it leads to is not yet recorded in Assay. */
export const clause922 = provedByDocument('9.2.2', 'audit-programme')
