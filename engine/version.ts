/** Changes whenever the bytes of a record could change for the same input. */
export const engineVersion = '0.3.0'

/** The version of names, formulas and rules in @assay/measures that results are stated under. */
export const rulesVersion = '1'
