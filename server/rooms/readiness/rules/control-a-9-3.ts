import { provedByReviewedEvidence } from './documented.ts'

/** A.9.3: the goals for the use of AI, as reviewed evidence until Assay keeps its own record of it. */
export const controlA93 = provedByReviewedEvidence('A.9.3')
