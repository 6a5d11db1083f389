import { provedLater } from './documented.ts'

/** A.7.4: quality results of each data set. Assay does not keep these records yet. */
export const controlA74 = provedLater('A.7.4')
