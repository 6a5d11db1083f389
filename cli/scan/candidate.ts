import { evidenceAt, lineIndex } from './evidence.ts'
import type { TextStyle } from './mask-secrets.ts'
import type { Confidence, Finding, FindingKind } from './model.ts'

/**
 * A finding that the whole tree may still overrule: an imported name may be a folder of this very tree, and a plain word
 * needs a manifest that declares the package.
 */
export type Candidate = {
  finding: Finding
  /** Set for an import: what would make it local, and what would make it certain. */
  imported?:
    | { language: 'javascript'; name: string }
    | { language: 'python'; module: string; distribution: string; needsDeclaration: boolean }
}

export type Draft = {
  kind: FindingKind
  vendor?: string | undefined
  name: string
  position: number
  confidence: Confidence
  evidence?: string
  imported?: Candidate['imported']
}

export type FileReport = {
  add(draft: Draft): void
  /** One finding for each kind and name, at its first place. */
  candidates(): Candidate[]
  has(test: (finding: Finding) => boolean): boolean
}

/** A name is shown in lists; one taken from a string of the code may be of any length. */
function named(name: string): string {
  const clean = name.replace(/[\p{Cc}\s]+/gu, ' ').trim()
  return clean.length > 200 ? `${clean.slice(0, 199)}…` : clean || '(no name)'
}

/** A use that stands by itself beats one that a manifest must confirm; among equals the first in the file counts. */
function isBetter(
  draft: Pick<Draft, 'position' | 'imported'>,
  known: { position: number; candidate: Candidate },
): boolean {
  const weak = needsConfirming(draft.imported)
  const knownWeak = needsConfirming(known.candidate.imported)
  return weak === knownWeak ? draft.position < known.position : knownWeak
}

function needsConfirming(imported: Candidate['imported']): boolean {
  return imported?.language === 'python' && imported.needsDeclaration
}

/** Gathers what one file shows. `source` is the text as it stands; positions count its UTF-16 units. */
export function fileReport(file: string, source: string, style: TextStyle): FileReport {
  const lineOf = lineIndex(source)
  const first = new Map<string, { position: number; candidate: Candidate }>()
  return {
    add({ kind, vendor, name, position, confidence, evidence, imported }) {
      const key = `${kind} ${name}`
      const known = first.get(key)
      if (known && !isBetter({ position, imported }, known)) return
      const finding: Finding = {
        kind,
        ...(vendor === undefined ? {} : { vendor }),
        name: named(name),
        file,
        line: lineOf(position),
        evidence: evidence ?? evidenceAt(source, position, style),
        confidence,
      }
      first.set(key, { position, candidate: imported ? { finding, imported } : { finding } })
    },
    candidates: () => [...first.values()].map(({ candidate }) => candidate),
    has: (test) => [...first.values()].some(({ candidate }) => test(candidate.finding)),
  }
}
