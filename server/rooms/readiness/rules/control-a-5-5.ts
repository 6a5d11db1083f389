import { provedByReviewedEvidence } from './documented.ts'

/** A.5.5: the part of the method on society, as reviewed evidence until Assay keeps its own record of it. */
export const controlA55 = provedByReviewedEvidence('A.5.5')
