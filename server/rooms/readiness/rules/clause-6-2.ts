import { provedByDocument } from './documented.ts'

/** 6.2: the AI objectives, approved and in force. What it leads to is not yet recorded in Assay. */
export const clause62 = provedByDocument('6.2', 'objectives')
