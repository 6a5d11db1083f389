import { provedLater } from './documented.ts'

/** 6.3: planned changes of the AIMS. Assay does not keep these records yet. */
export const clause63 = provedLater('6.3')
