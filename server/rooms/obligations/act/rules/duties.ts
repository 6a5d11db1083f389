import { requirement, requirementsOf, type Requirement } from '@assay/frameworks'
import type { ActAnswers } from './answers.ts'
import { conditionTexts, dateOf } from './dates.ts'
import type { Duty, Finding, HighRiskVerdict } from './result.ts'
import { type ActRole, actRoles, type ActClass, catalogueActor } from './words.ts'

export type Standing = {
  answers: ActAnswers
  roles: readonly ActRole[]
  verdict: HighRiskVerdict
  class: ActClass
  transparency: readonly string[]
}
type Rule = (it: Standing) => boolean

/** Permissions and rules that turn roles are no duty of their own in a list of what follows. */
const noDuty = ['AIA-4a', 'AIA-25']

export function hasAnnexIii({ annexIii, exceptions, profiling }: ActAnswers): boolean {
  return annexIii.length > 0 && !(exceptions.length > 0 && profiling === 'no')
}

const withAnnexIii: Rule = ({ answers, verdict }) => verdict === 'decided' || hasAnnexIii(answers)
const beyondInfrastructure: Rule = (it) =>
  it.verdict === 'decided' || (hasAnnexIii(it.answers) && it.answers.annexIii.some((use) => use !== '2'))
const holds = (it: Standing, role: ActRole) => it.roles.includes(role)
const openModel: Rule = ({ answers }) => answers.openSource && answers.gpai !== 'systemic-model'

/** What a duty asks beyond its role and tier. */
const further: Readonly<Record<string, Rule>> = {
  'AIA-22': (it) => holds(it, 'authorised-representative') || !it.answers.inUnion,
  // Art. 27(1) leaves critical infrastructure out, and of private deployers takes only points 5(b) and 5(c) in
  'AIA-27': (it) =>
    beyondInfrastructure(it) &&
    (it.answers.publicBody || it.answers.annexIii.some((use) => use === '5(b)' || use === '5(c)')),
  'AIA-49': (it) =>
    holds(it, 'provider')
      ? it.verdict === 'exempted' || withAnnexIii(it)
      : it.verdict !== 'exempted' && withAnnexIii(it) && it.answers.publicBody,
  'AIA-86': beyondInfrastructure,
  'AIA-50-1': (it) => it.transparency.includes('talks-to-people'),
  'AIA-50-2': (it) => it.transparency.includes('generates-content'),
  'AIA-50-3': (it) => it.transparency.includes('emotion-or-biometric'),
  'AIA-50-4': (it) => it.transparency.includes('deep-fake') || it.transparency.includes('public-interest-text'),
  'AIA-50-5': (it) => transparencyDuties.some((id) => follows(catalogued(id), it)),
  'AIA-53-1a': (it) => !openModel(it),
  'AIA-53-1b': (it) => !openModel(it),
  'AIA-54': (it) => !it.answers.inUnion && !openModel(it),
}
const transparencyDuties = ['AIA-50-1', 'AIA-50-2', 'AIA-50-3', 'AIA-50-4']

/** What the Act asks of this organization for this system, in the order of its articles. */
export function dutiesOf(it: Standing): Duty[] {
  if (it.class === 'outside') return []
  return requirementsOf('EU-AI-ACT').flatMap((one) => {
    if (one.kind !== 'obligation' || !one.law || noDuty.includes(one.ref) || !follows(one, it)) return []
    const { law, ref, title } = one
    return [
      {
        id: ref,
        article: `Art. ${law.article}`,
        title,
        asks: one.intent ?? '',
        roles: rolesBearing(one, it),
        date: dateOf(one, requirement('EU-AI-ACT-2024', ref), it),
        condition: conditionOf(one, it),
      },
    ]
  })
}

function follows(one: Requirement, it: Standing): boolean {
  if (rolesBearing(one, it).length === 0 || !tierHolds(one, it)) return false
  return further[one.ref]?.(it) ?? true
}

function rolesBearing({ law }: Requirement, { roles }: Standing): ActRole[] {
  return actRoles.filter((role) => roles.includes(role) && law?.actors.includes(catalogueActor[role]) === true)
}

function tierHolds({ law, ref }: Requirement, { verdict, answers }: Standing): boolean {
  switch (law?.tier) {
    case 'all':
    case 'prohibited':
    case 'transparency':
      return true
    case 'high':
      // Art. 2(2): of the sector products of section B the Act asks for the classification alone
      if (verdict === 'annex-i-sector') return ref === 'AIA-6'
      // Art. 6(4): whoever uses an exception writes it down and registers
      if (verdict === 'exempted') return ref === 'AIA-6' || ref === 'AIA-49'
      return verdict !== 'no'
    case 'gpai':
      return answers.gpai !== 'none'
    case 'gpai_systemic':
      return answers.gpai === 'systemic-model'
    case undefined:
      return false
  }
}

/** Art. 111(2): what was on the market before comes under the high-risk rules once its design changes significantly. */
function conditionOf({ law }: Requirement, it: Standing): Finding | null {
  const { placedOn, changedSince, publicBody } = it.answers
  if (law?.tier !== 'high' || placedOn === null || changedSince || publicBody) return null
  return placedOn < dateOf({ law, ref: '' }, undefined, it).on ? conditionTexts.unchanged : null
}

function catalogued(id: string): Requirement {
  const found = requirement('EU-AI-ACT', id)
  if (!found) throw new Error(`the catalogue of the AI Act names no ${id}`)
  return found
}
