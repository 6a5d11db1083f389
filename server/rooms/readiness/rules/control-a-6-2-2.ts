import { provedLater } from './documented.ts'

/** A.6.2.2: requirements of each system. Assay does not keep these records yet. */
export const controlA622 = provedLater('A.6.2.2')
