import { provedByReviewedEvidence } from './documented.ts'

/** A.8.3: the way for outsiders to report harm, as reviewed evidence until Assay keeps its own record of it. */
export const controlA83 = provedByReviewedEvidence('A.8.3')
