import { provedByDocument } from './documented.ts'

/** A.2.2: the AI policy itself. Proof that those who develop, buy or use AI received it is not recorded in Assay yet. */
export const controlA22 = provedByDocument('A.2.2', 'ai-policy')
