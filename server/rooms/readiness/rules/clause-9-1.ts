import { provedByDocument } from './documented.ts'

/** 9.1: the measurement plan, approved and in force. What it leads to is not yet recorded in Assay. */
export const clause91 = provedByDocument('9.1', 'monitoring-plan')
