import { provedByDocument } from './documented.ts'

/** A.5.2: the process of impact assessment, approved and in force. What it leads to is not yet recorded in Assay. */
export const controlA52 = provedByDocument('A.5.2', 'impact-assessment-process')
