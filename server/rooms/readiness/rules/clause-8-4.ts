import { provedLater } from './documented.ts'

/** 8.4: impact assessments. Assay does not keep these records yet. */
export const clause84 = provedLater('8.4')
