import { Link } from '../../ui/link.tsx'
import { addressOf, kindLabel } from '../../ui/references.ts'
import type { TrailItem } from './words.ts'

/** The record behind a fact by name, with its page where it has one; only its kind where it is gone. */
export function SubjectName({ subject }: { subject: TrailItem['subject'] }) {
  const to = addressOf(subject.ref)
  const label = subject.name ?? kindLabel(subject.ref)
  return to !== undefined && subject.name !== null ? <Link to={to}>{label}</Link> : label
}
