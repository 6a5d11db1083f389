import { provedByReviewedEvidence } from './documented.ts'

/** A.6.2.8: the decision on logging, as reviewed evidence until Assay keeps its own record of it. */
export const controlA628 = provedByReviewedEvidence('A.6.2.8')
