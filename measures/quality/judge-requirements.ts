import type { QualityVerdict, Requirement } from './requirement.ts'
import type { QualityFinding, QualityMeasure, QualityResult } from './result.ts'

/**
 * Answers requirements with findings. Every finding gives one result for each requirement that is about it, or one that nobody required;
 * `unanswered` are requirements about which nothing was found: no check of this name, characteristic and columns was made. A requirement that was set after `measuredOn` (ISO days) decides nothing.
 */
export function judgeRequirements(
  findings: readonly QualityFinding[],
  requirements: readonly Requirement[],
  { measuredOn }: { measuredOn?: string } = {},
): { results: QualityResult[]; unanswered: Requirement[] } {
  const answered = new Set<Requirement>()
  const results = findings.flatMap((finding): QualityResult[] => {
    const about = requirements.filter((it) => isAbout(it, finding))
    for (const it of about) answered.add(it)
    const judged = about.map((it) => judgedBy(finding, it, measuredOn))
    return judged.length > 0 ? judged : [notRequired(finding)]
  })
  return { results, unanswered: requirements.filter((it) => !answered.has(it)) }
}

function isAbout(requirement: Requirement, finding: QualityFinding): boolean {
  return (
    requirement.check === finding.check &&
    requirement.characteristic === finding.characteristic &&
    requirement.columns.length === finding.columns.length &&
    requirement.columns.every((it, i) => it === finding.columns[i])
  )
}

function notRequired(finding: QualityFinding): QualityResult {
  const judged = finding.measures[0]?.name ?? ''
  return { ...finding, requirement: null, judged, verdict: 'not-required', because: 'nobody has set a requirement' }
}

function judgedBy(finding: QualityFinding, requirement: Requirement, measuredOn: string | undefined): QualityResult {
  const measure = finding.measures.find((it) => it.name === requirement.measure) ?? finding.measures[0]
  if (!measure || (requirement.measure !== undefined && measure.name !== requirement.measure)) {
    const names = finding.measures.map((it) => it.name).join(', ')
    throw new RangeError(`${finding.check} has no measure ${requirement.measure ?? ''}: it has ${names}`)
  }
  const late = measuredOn !== undefined && requirement.setOn > measuredOn
  const answer = late
    ? {
        verdict: 'not-required' as const,
        because: `the requirement was set on ${requirement.setOn}, after the measurement`,
      }
    : answerTo(requirement, measure)
  return { ...finding, requirement, judged: measure.name, ...answer }
}

export type Answer = { verdict: QualityVerdict; because: string }

/** Answers what is asked of one number; see `Requirement`. */
export function answerTo(
  requirement: Pick<Requirement, 'target' | 'basis' | 'minimumRows'>,
  measure: QualityMeasure,
): Answer {
  const undecided = (because: string): Answer => ({ verdict: 'not-enough-data', because })
  if (measure.value === null) return undecided(measure.reason ?? 'it is undefined here')
  const least = requirement.minimumRows ?? 1
  if (measure.kind === 'share' && measure.denominator < least)
    return undecided(`${measure.denominator} in the denominator, and ${least} are needed`)
  const target = targetOf(requirement)
  if ((requirement.basis ?? (measure.sample ? 'population' : 'file')) === 'file') {
    const met = target.meets(measure.value)
    return { verdict: met ? 'pass' : 'fail', because: `${shown(measure.value)} is ${met ? '' : 'not '}${target.words}` }
  }
  if (measure.low === null || measure.high === null)
    return undecided('no interval is known for this number: set the requirement on the file')
  const interval = `[${shown(measure.low)}, ${shown(measure.high)}]`
  const [low, high] = [target.meets(measure.low), target.meets(measure.high)]
  if (low && high) return { verdict: 'pass', because: `the whole interval ${interval} is ${target.words}` }
  if (!low && !high) return { verdict: 'fail', because: `no part of the interval ${interval} is ${target.words}` }
  return undecided(`the interval ${interval} lies on both sides of "${target.words}"`)
}

function targetOf({ target }: Pick<Requirement, 'target'>): { meets: (value: number) => boolean; words: string } {
  const bound = 'atMost' in target ? target.atMost : target.atLeast
  if (!Number.isFinite(bound)) throw new RangeError(`a target is a number; it is ${bound}`)
  return 'atMost' in target
    ? { meets: (value) => value <= bound, words: `at most ${bound}` }
    : { meets: (value) => value >= bound, words: `at least ${bound}` }
}

/** Four significant digits, as people read them; the numbers themselves stand in the measure. */
function shown(value: number): string {
  return String(Number(value.toPrecision(4)))
}
