import { provedByDocument } from './documented.ts'

/** 6.1.2: the method of AI risk assessment, approved and in force. What it leads to is not yet recorded in Assay. */
export const clause612 = provedByDocument('6.1.2', 'risk-assessment-process')
