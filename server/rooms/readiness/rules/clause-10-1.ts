import { provedLater } from './documented.ts'

/** 10.1: the improvement register. Assay does not keep these records yet. */
export const clause101 = provedLater('10.1')
