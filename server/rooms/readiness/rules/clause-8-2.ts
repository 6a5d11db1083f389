import { provedLater } from './documented.ts'

/** 8.2: risk assessments. Assay does not keep these records yet. */
export const clause82 = provedLater('8.2')
