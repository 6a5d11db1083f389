import { provedByReviewedEvidence } from './documented.ts'

/** A.5.3: the retention time and form of impact results, as reviewed evidence until Assay keeps its own record of it. */
export const controlA53 = provedByReviewedEvidence('A.5.3')
