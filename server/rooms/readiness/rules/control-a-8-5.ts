import { provedByReviewedEvidence } from './documented.ts'

/** A.8.5: the register of reporting duties, as reviewed evidence until Assay keeps its own record of it. */
export const controlA85 = provedByReviewedEvidence('A.8.5')
