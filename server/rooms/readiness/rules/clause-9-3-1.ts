import { provedByReviewedEvidence } from './documented.ts'

/** 9.3.1: the calendar of management reviews, as reviewed evidence until Assay keeps its own record of it. */
export const clause931 = provedByReviewedEvidence('9.3.1')
