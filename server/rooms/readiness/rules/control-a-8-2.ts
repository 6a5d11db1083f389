import { provedLater } from './documented.ts'

/** A.8.2: user information of each system. Assay does not keep these records yet. */
export const controlA82 = provedLater('A.8.2')
