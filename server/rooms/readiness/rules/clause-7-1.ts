import { provedByReviewedEvidence } from './documented.ts'

/** 7.1: the list of needed resources, as reviewed evidence until Assay keeps its own record of it. */
export const clause71 = provedByReviewedEvidence('7.1')
