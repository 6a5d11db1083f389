import { provedLater } from './documented.ts'

/** 5.1: decisions of top management. Assay does not keep these records yet. */
export const clause51 = provedLater('5.1')
