import { provedByReviewedEvidence } from './documented.ts'

/** 9.2.1: the audit plan, as reviewed evidence until Assay keeps its own record of it. */
export const clause921 = provedByReviewedEvidence('9.2.1')
