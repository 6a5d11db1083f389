import { provedByReviewedEvidence } from './documented.ts'

/** A.7.6: the grounds for preparing data, as reviewed evidence until Assay keeps its own record of it. */
export const controlA76 = provedByReviewedEvidence('A.7.6')
