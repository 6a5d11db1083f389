import { provedByReviewedEvidence } from './documented.ts'

/** A.5.4: the part of the method on persons and groups, as reviewed evidence until Assay keeps its own record of it. */
export const controlA54 = provedByReviewedEvidence('A.5.4')
