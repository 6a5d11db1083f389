import { provedByReviewedEvidence } from './documented.ts'

/** A.6.2.4: the test plan with its criteria, as reviewed evidence until Assay keeps its own record of it. */
export const controlA624 = provedByReviewedEvidence('A.6.2.4')
