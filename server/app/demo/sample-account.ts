/** The one account of the sample organization; `.example` is an ending that nobody can own. */
export const sampleEmail = 'olivia.hart@nordhafen.example'
