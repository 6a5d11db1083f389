import { provedByReviewedEvidence } from './documented.ts'

/** A.6.2.5: the deployment plan, as reviewed evidence until Assay keeps its own record of it. */
export const controlA625 = provedByReviewedEvidence('A.6.2.5')
