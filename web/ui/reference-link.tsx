import { Link } from './link.tsx'
import { addressOf, kindLabel, type NamedRecord } from './references.ts'

/** A record that another one refers to, by name; only its kind where it is gone or may not be seen. */
export function ReferenceLink({ reference, names }: { reference: string; names: Map<string, NamedRecord> }) {
  const label = names.get(reference)?.name ?? kindLabel(reference)
  const to = addressOf(reference)
  return to !== undefined && names.has(reference) ? <Link to={to}>{label}</Link> : label
}
