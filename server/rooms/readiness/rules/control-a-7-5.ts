import { provedByReviewedEvidence } from './documented.ts'

/** A.7.5: the process for recording where data came from, as reviewed evidence until Assay keeps its own record of it. */
export const controlA75 = provedByReviewedEvidence('A.7.5')
