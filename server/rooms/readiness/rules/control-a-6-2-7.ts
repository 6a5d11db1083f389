import { provedByReviewedEvidence } from './documented.ts'

/** A.6.2.7: the decision on technical documents, as reviewed evidence until Assay keeps its own record of it. */
export const controlA627 = provedByReviewedEvidence('A.6.2.7')
