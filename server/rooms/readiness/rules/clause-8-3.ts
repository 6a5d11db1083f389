import { provedLater } from './documented.ts'

/** 8.3: risk treatments. Assay does not keep these records yet. */
export const clause83 = provedLater('8.3')
