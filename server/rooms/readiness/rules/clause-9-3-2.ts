import { provedLater } from './documented.ts'

/** 9.3.2: input packs of management reviews. Assay does not keep these records yet. */
export const clause932 = provedLater('9.3.2')
