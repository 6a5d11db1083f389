import { provedByReviewedEvidence } from './documented.ts'

/** 7.3: the awareness programme, as reviewed evidence until Assay keeps its own record of it. */
export const clause73 = provedByReviewedEvidence('7.3')
