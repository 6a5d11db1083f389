import { provedLater } from './documented.ts'

/** A.6.2.3: design records of each system. Assay does not keep these records yet. */
export const controlA623 = provedLater('A.6.2.3')
