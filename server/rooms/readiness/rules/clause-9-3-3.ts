import { provedLater } from './documented.ts'

/** 9.3.3: decisions of management reviews. Assay does not keep these records yet. */
export const clause933 = provedLater('9.3.3')
