/** Whom a duty of the Act obliges to tell something, in our words; duties that ask for no report are not named. */
const told: Readonly<Record<string, string>> = {
  'AIA-20': 'Those who supply or use the system, and on risk the market surveillance authority',
  'AIA-26': 'Provider, workers and affected persons, and on risk the market surveillance authority',
  'AIA-27': 'Market surveillance authority',
  'AIA-49': 'EU database for high-risk AI systems',
  'AIA-52': 'European Commission',
  'AIA-55': 'AI Office',
  'AIA-73': 'Market surveillance authority',
}

/** Whom this duty obliges to tell something; empty where nobody has to be told. */
export function reportsToOf(duty: string): string {
  return told[duty] ?? ''
}
