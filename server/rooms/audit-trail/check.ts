import type { Checked } from '#platform/log/index.ts'
import type { CheckAnswer } from './contract.ts'

/** The outcome of checking a kept checkpoint, in words that say what it means and what to do. */
export function sayCheck(checked: Checked): CheckAnswer {
  const { outcome } = checked
  const size = 'size' in checked ? checked.size : null
  const consistent = outcome === 'consistent' ? checked : undefined
  return {
    outcome,
    words: wordsOf(checked),
    size,
    newest: consistent
      ? {
          size: consistent.newest.size,
          root: consistent.newest.root.toString('hex'),
          checkpoint: consistent.newest.note,
        }
      : null,
    proof: consistent?.proof.map((hash) => Buffer.from(hash).toString('hex')) ?? [],
  }
}

function wordsOf(checked: Checked): string {
  switch (checked.outcome) {
    case 'consistent':
      return `The first ${checked.size} entries are those that were signed then; the log has ${checked.newest.size} by now.`
    case 'lost':
      return `Entries ${checked.kept + 1} to ${checked.size} of this checkpoint were lost, as entry ${checked.statedIn} states. The entries up to ${checked.kept} went on under a new origin.`
    case 'inconsistent':
      return `The log of today does not hold the ${checked.size} entries that were signed then: entries were changed or removed. Run assay fsck to see which, and keep this checkpoint as evidence.`
    case 'ahead':
      return `This checkpoint covers ${checked.size} entries, and the log holds ${checked.sealed} signed ones. The database is older than the checkpoint.`
    case 'not-signed-here':
      return 'No key of this log has signed this checkpoint. It belongs to another organization, or it is not genuine.'
    case 'malformed':
      return `This is no checkpoint that can be read, or its signature does not fit. ${checked.words}`
  }
}
