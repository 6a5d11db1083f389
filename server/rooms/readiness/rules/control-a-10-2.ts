import { provedLater } from './documented.ts'

/** A.10.2: the split of duties for each system. Assay does not keep these records yet. */
export const controlA102 = provedLater('A.10.2')
