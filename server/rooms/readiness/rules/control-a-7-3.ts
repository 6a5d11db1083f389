import { provedLater } from './documented.ts'

/** A.7.3: how each data set was acquired. Assay does not keep these records yet. */
export const controlA73 = provedLater('A.7.3')
