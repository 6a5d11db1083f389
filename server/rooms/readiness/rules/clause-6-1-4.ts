import { provedByDocument } from './documented.ts'

/** 6.1.4: the procedure of impact assessment, approved and in force. What it leads to is not yet recorded in Assay. */
export const clause614 = provedByDocument('6.1.4', 'impact-assessment-process')
