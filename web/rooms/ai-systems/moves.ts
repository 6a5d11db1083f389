import { type Move, type MoveRefusal, type MoveSubject, refusalOf } from '@assay/server/rooms/ai-systems/model.ts'
import { t } from '../../messages/index.ts'
import { states, type System } from './words.ts'

/** Why this step cannot be taken, from the server's own rule; undefined where it can. */
export function whyNot(move: Move, system: System): string | undefined {
  const refusal = refusalOf(move, subjectOf(system))
  return refusal ? inWords(refusal) : undefined
}

/** Steps that this state knows, also those that something is still missing for; the others belong to another state. */
export function belongsHere(move: Move, system: System): boolean {
  const refusal = refusalOf(move, subjectOf(system))
  return refusal === null || !elsewhere.has(refusal.kind)
}

const elsewhere = new Set<MoveRefusal['kind']>(['wrong-state', 'approved-already', 'nothing-to-take-back'])

function subjectOf(system: System): MoveSubject {
  return {
    ...system,
    owner: system.owner?.id ?? null,
    approved: system.approval !== null,
    developed: system.developmentStartedOn !== null,
    verified: system.verification !== null,
  }
}

const missing: Record<string, string> = {
  owner: t('an owner'),
  purpose: t('a purpose'),
  intendedUsers: t('the intended users'),
  individualDecisions: t('the answer about individuals'),
  humanOversight: t('human oversight'),
}

function inWords(refusal: MoveRefusal): string {
  switch (refusal.kind) {
    case 'wrong-state':
      return t('Not while it is in this state: {state}.', { state: states[refusal.state].label })
    case 'intake-open':
      return t('An employee reported it. Answer the report first.')
    case 'incomplete':
      return t('First add {fields}.', { fields: refusal.problems.map(({ path }) => missing[path] ?? path).join(', ') })
    case 'approved-already':
      return t('It is approved already.')
    case 'approval-missing':
      return t('Nobody approved it yet.')
    case 'nothing-to-take-back':
      return t('There is no earlier step to go back to.')
    case 'in-the-future':
    case 'before-last-step':
      return t('The day does not fit.')
  }
}

/** The step that leads on from here, if one does. */
export function nextMove(system: System): Move | undefined {
  switch (system.state) {
    case 'proposed':
      return 'approve'
    case 'approved':
      return system.provenance === 'built' || system.provenance === 'fine-tuned' ? 'start-development' : 'verify'
    case 'in-development':
      return 'verify'
    case 'verified':
      return system.approval ? 'put-into-use' : 'approve'
    case 'in-use':
      return system.approval ? undefined : 'approve'
    case 'suspended':
      return 'resume'
    case 'retired':
    case 'dismissed':
      return undefined
  }
}
