import type { Outcome, ScreeningResult } from '@assay/server/rooms/screening/contract.ts'
import { bandTexts, decisionLabels, decisionNames, scenarioLabels } from '@assay/server/rooms/screening/model.ts'

const width = 100

/**
 * The result as a report for the terminal: the decision first, then everything that it rests on. What an AI system
 * shares with its organisation is told once; the whole is in the JSON result.
 */
export function report(name: string, { organization, systems }: ScreeningResult): string {
  const parts = [
    chapter(name, [
      ...body(organization),
      section('Reasons that do not apply', reasons(organization, false)),
      section(
        'Triggers that reopen this answer',
        organization.triggers.map(({ text }) => text),
      ),
    ]),
    ...systems.map((system) => chapter(`AI system: ${system.name}`, [...body(system), otherReasons(system)])),
    wrap(closing, ''),
  ]
  return `${parts.join('\n\n')}\n`
}

const closing =
  'Assay helps to decide and to prepare; only an accredited body certifies. Roles are suggestions that a person confirms.'

function chapter(title: string, parts: readonly string[]): string {
  const written = parts.filter((part) => part !== '')
  return [`${title}\n${'='.repeat(Math.min(title.length, width))}`, ...written].join('\n\n')
}

function body(it: Outcome): string[] {
  return [
    summary(it),
    section('Please note', it.notices),
    section('Reasons that apply', reasons(it, true)),
    section(
      'Grey areas',
      it.greyAreas.map(({ text, relevance }) => `${text} (relevance: ${relevance.replaceAll('-', ' ')})`),
    ),
    section(
      'Sector table',
      it.sectorRows.map(({ scenario, recommendation }) => `${scenarioLabels[scenario]}: ${recommendation}`),
    ),
    section('What would change the decision', changes(it)),
    section('Roles in the words of ISO/IEC 22989 (suggested)', it.roles.iso22989.map(role)),
    section('Roles in the words of the EU AI Act (suggested, where its scope reaches)', it.roles.euAiAct.map(role)),
  ]
}

function otherReasons(it: Outcome): string {
  const others = it.reasons.filter(({ fired }) => !fired).map(({ rule }) => rule)
  return wrap(`Reasons that do not apply: ${others.join(', ')}.`, '')
}

function summary(it: Outcome): string {
  const lines = [
    `Decision        ${decisionLabels[it.decision]}`,
    wrap(it.decisionReason, ' '.repeat(16)),
    ...(it.timing === null ? [] : [labelled('Timing', it.timing)]),
    `Activities say  ${it.classification}`,
    labelled('Score says', `${it.total} of 24, band ${it.band}: ${bandTexts[it.band]}`),
    ...(it.conflictReason === null ? [] : [labelled('Disagreement', it.conflictReason)]),
  ]
  return lines.join('\n')
}

function reasons(it: Outcome, fired: boolean): string[] {
  return it.reasons
    .filter((reason) => reason.fired === fired)
    .map(({ side, rule, text }) => `[${side}] ${text} (${rule})`)
}

function changes(it: Outcome): string[] {
  if (it.whatWouldChange.length === 0) return ['No single answer would change the decision.']
  const reached = [...new Set(it.whatWouldChange.map(({ decision }) => decision))]
  return reached.map((decision) => {
    const conditions = it.whatWouldChange.filter((change) => change.decision === decision)
    return `${decisionNames[decision]}, if ${conditions.map(({ condition }) => condition).join('; or ')}`
  })
}

function role({ role: word, heldBy, reason, basis }: Outcome['roles']['euAiAct' | 'iso22989'][number]): string {
  return `${word}${heldBy === 'others' ? ' (held by others)' : ''}: ${reason} ${basis}.`
}

function section(title: string, items: readonly string[]): string {
  if (items.length === 0) return ''
  return [title, ...items.map((item) => `  - ${wrap(item, '    ').trimStart()}`)].join('\n')
}

function labelled(label: string, text: string): string {
  return `${label.padEnd(16)}${wrap(text, ' '.repeat(16)).trimStart()}`
}

function wrap(text: string, indent: string): string {
  const lines = [indent]
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? indent
    const longer = line.trim() === '' ? `${indent}${word}` : `${line} ${word}`
    if (longer.length <= width || line.trim() === '') lines[lines.length - 1] = longer
    else lines.push(`${indent}${word}`)
  }
  return lines.join('\n')
}
