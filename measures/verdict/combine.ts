import type { Verdict } from '../estimate.ts'

/** Something judged, with its reason in words. */
export type Judged = { verdict: Verdict; text: string }

/** One verdict over many, and why: the sentences of those that made it so. */
export type Combined = Judged & { counts: Record<Verdict, number> }

const told = 3

function because(parts: readonly Judged[], verdict: Verdict): string {
  const deciding = parts.filter((part) => part.verdict === verdict)
  const more = deciding.length > told ? ` And ${deciding.length - told} more.` : ''
  return `${deciding
    .slice(0, told)
    .map((part) => part.text)
    .join(' ')}${more}`
}

/**
 * One verdict over many: any fail fails; else any without enough data leaves the whole without; else pass. Nothing judged is not enough
 * data. The text counts all and gives the first three reasons, with how many more there are.
 */
export function combineVerdicts(parts: readonly Judged[]): Combined {
  const counts: Record<Verdict, number> = { pass: 0, fail: 0, 'not-enough-data': 0 }
  for (const part of parts) counts[part.verdict] += 1
  if (parts.length === 0) return { verdict: 'not-enough-data', counts, text: 'Nothing was judged.' }
  if (counts.fail > 0)
    return { verdict: 'fail', counts, text: `${counts.fail} of ${parts.length} fail. ${because(parts, 'fail')}` }
  if (counts['not-enough-data'] > 0) {
    const short = counts['not-enough-data']
    const text = `${short} of ${parts.length} cannot be told yet. ${because(parts, 'not-enough-data')}`
    return { verdict: 'not-enough-data', counts, text }
  }
  return { verdict: 'pass', counts, text: `All ${parts.length} are inside their margin.` }
}
