import { provedLater } from './documented.ts'

/** A.6.2.6: the operation of each system. Assay does not keep these records yet. */
export const controlA626 = provedLater('A.6.2.6')
