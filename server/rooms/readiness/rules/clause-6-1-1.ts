import { provedByReviewedEvidence } from './documented.ts'

/** 6.1.1: risk criteria and appetite, as reviewed evidence until Assay keeps its own record of it. */
export const clause611 = provedByReviewedEvidence('6.1.1')
