import { provedByReviewedEvidence } from './documented.ts'

/** A.6.1.2: the goals of responsible development, as reviewed evidence until Assay keeps its own record of it. */
export const controlA612 = provedByReviewedEvidence('A.6.1.2')
