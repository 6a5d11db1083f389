import { say } from '../messages/catalogue.ts'
import { type Message, messageOf, phrase, type Said } from '../messages/said.ts'
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
  return { ...finding, requirement: null, judged, ...notAsked() }
}

function judgedBy(finding: QualityFinding, requirement: Requirement, measuredOn: string | undefined): QualityResult {
  const measure = finding.measures.find((it) => it.name === requirement.measure) ?? finding.measures[0]
  if (!measure || (requirement.measure !== undefined && measure.name !== requirement.measure)) {
    const names = finding.measures.map((it) => it.name).join(', ')
    throw new RangeError(`${finding.check} has no measure ${requirement.measure ?? ''}: it has ${names}`)
  }
  const late = measuredOn !== undefined && requirement.setOn > measuredOn
  const answer = late
    ? answered('not-required', say('asked-late', { setOn: requirement.setOn }))
    : answerTo(requirement, measure)
  return { ...finding, requirement, judged: measure.name, ...answer }
}

/** A verdict with its reason in words, of which `message` is the code. */
export type Answer = { verdict: QualityVerdict; because: string; message: Message }

function answered(verdict: QualityVerdict, said: Said): Answer {
  return { verdict, because: said.text, message: messageOf(said) }
}

/** The answer to a finding that nobody has asked anything of. */
export function notAsked(): Answer {
  return answered('not-required', say('nobody-asked', {}))
}

/** Answers what is asked of one number; see `Requirement`. */
export function answerTo(
  requirement: Pick<Requirement, 'target' | 'basis' | 'minimumRows'>,
  measure: QualityMeasure,
): Answer {
  const undecided = (said: Said) => answered('not-enough-data', said)
  if (measure.value === null)
    return undecided(say('value-missing', { reason: phrase(measure.reason ?? 'it is undefined here') }))
  const least = requirement.minimumRows ?? 1
  if (measure.kind === 'share' && measure.denominator < least)
    return undecided(say('denominator-small', { denominator: measure.denominator, least }))
  const target = targetOf(requirement)
  if ((requirement.basis ?? (measure.sample ? 'population' : 'file')) === 'file') {
    const met = target.meets(measure.value)
    const given = { value: shown(measure.value), target: target.words }
    return met ? answered('pass', say('value-meets', given)) : answered('fail', say('value-misses', given))
  }
  if (measure.low === null || measure.high === null) return undecided(say('interval-unknown', {}))
  const ends = { low: shown(measure.low), high: shown(measure.high), target: target.words }
  const [low, high] = [target.meets(measure.low), target.meets(measure.high)]
  if (low && high) return answered('pass', say('interval-meets', ends))
  if (!low && !high) return answered('fail', say('interval-misses', ends))
  return undecided(say('interval-straddles', ends))
}

function targetOf({ target }: Pick<Requirement, 'target'>): { meets: (value: number) => boolean; words: Said } {
  const bound = 'atMost' in target ? target.atMost : target.atLeast
  if (!Number.isFinite(bound)) throw new RangeError(`a target is a number; it is ${bound}`)
  return 'atMost' in target
    ? { meets: (value) => value <= bound, words: say('at-most', { most: bound }) }
    : { meets: (value) => value >= bound, words: say('at-least', { least: bound }) }
}

/** Four significant digits, as people read them; the numbers themselves stand in the measure. */
function shown(value: number): number {
  return Number(value.toPrecision(4))
}
