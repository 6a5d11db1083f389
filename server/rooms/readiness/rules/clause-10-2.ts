import { provedByReviewedEvidence } from './documented.ts'

/** 10.2: the procedure for nonconformities, as reviewed evidence until Assay keeps its own record of it. */
export const clause102 = provedByReviewedEvidence('10.2')
