import { provedByDocument } from './documented.ts'

/** 7.4: the communication plan, approved and in force. What it leads to is not yet recorded in Assay. */
export const clause74 = provedByDocument('7.4', 'communication-plan')
