import { provedByDocument } from './documented.ts'

/** 7.2: the skills that each role needs, approved and in force. What it leads to is not yet recorded in Assay. */
export const clause72 = provedByDocument('7.2', 'competence')
