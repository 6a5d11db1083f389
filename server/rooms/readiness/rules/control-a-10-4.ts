import { provedByReviewedEvidence } from './documented.ts'

/** A.10.4: the expectations of customers, as reviewed evidence until Assay keeps its own record of it. */
export const controlA104 = provedByReviewedEvidence('A.10.4')
