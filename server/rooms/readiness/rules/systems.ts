import type { Reason } from '../model.ts'
import type { Situation } from '../situation.ts'
import { type Check, check, onlyIf } from './rule.ts'
import { naming, none, written } from './words.ts'

/** What to do first of all, and what Home says by itself to whoever begins. */
export const registerThem = 'Register your AI systems, those inside bought software too.'

export function registered({ aiSystems }: Situation): Check {
  return check(
    aiSystems.total > 0,
    { proves: 'AI systems are registered.', lacks: 'No AI system is registered.', next: registerThem },
    { proves: aiSystems.newest },
  )
}

/** Without a system in scope, nothing can be shown for “every system in scope”. */
export function inScope({ aiSystems }: Situation): Check {
  const lacks = aiSystems.total > 0 ? 'No registered AI system is marked as in scope.' : 'No AI system is registered.'
  const next = aiSystems.total > 0 ? 'Mark which of the registered systems are in scope.' : registerThem
  return check(
    aiSystems.inScope > 0,
    { proves: 'AI systems are registered and marked as in scope.', lacks, next },
    { proves: aiSystems.newest },
  )
}

/** Every system in scope has its AI role, with a reason. */
export function rolesDetermined(situation: Situation): Check[] {
  return onlyIf(inScope(situation), [
    none(situation.aiSystems.withoutRoles, {
      proves: 'The AI role of every system in scope is set.',
      lacks: 'Without an AI role',
      next: 'Set the AI role of each system in scope, with its reason.',
    }),
  ])
}

export function owned({ aiSystems }: Situation): Check {
  return none(aiSystems.withoutOwner, {
    proves: 'Every system in scope has an owner.',
    lacks: 'Without an owner',
    next: 'Name an owner for each system in scope.',
  })
}

export function rolesReviewed({ aiSystems }: Situation): Check {
  return none(aiSystems.rolesNotReviewed, {
    proves: 'The roles were set or confirmed within twelve months.',
    lacks: 'Role not looked at within twelve months',
    next: 'Confirm the AI roles that nobody has looked at within twelve months.',
  })
}

/** A changed use can change the role: fine-tuning or a new purpose can make a provider of somebody who only used it. */
export function outdatedRoles({ aiSystems: { rolesOutdated } }: Situation): Reason[] {
  if (rolesOutdated.count === 0) return []
  const text = `The use has changed since the role was set: ${naming(rolesOutdated)}.`
  return [{ kind: 'stale', text, cites: [...rolesOutdated.worst] }]
}

export function looked({ aiSystems }: Situation): Check {
  return none(aiSystems.stale, {
    proves: 'Every system in scope was looked at within twelve months.',
    lacks: 'Not looked at within twelve months',
    next: 'Review the systems in scope that nobody has looked at within twelve months.',
  })
}

export function resourcesConfirmed({ aiSystems }: Situation): Check {
  return none(aiSystems.resourcesUnconfirmed, {
    proves: 'The recorded resources were confirmed within twelve months.',
    lacks: 'Resources not confirmed within twelve months',
  })
}

export function componentsOwned({ aiSystems }: Situation): Check[] {
  return [
    none(aiSystems.componentsWithoutOwner, {
      proves: 'Every model, data set, prompt and agent has an owner.',
      lacks: 'Component without an owner',
      next: 'Name an owner for each model, data set, prompt and agent.',
    }),
    none(aiSystems.componentsWithoutVersion, {
      proves: 'Each one that a system uses has a current version.',
      lacks: 'Used without a current version',
      next: 'Record the current version of each component in use.',
    }),
  ]
}

export function componentsConfirmed({ aiSystems }: Situation): Check {
  return none(aiSystems.componentsStale, {
    proves: 'Each one that a system uses was looked at within twelve months.',
    lacks: 'Component not looked at within twelve months',
  })
}

/** AI that somebody reported and nobody registered or turned down leaves the register incomplete. */
export function noIntakeWaits({ aiSystems }: Situation): Check {
  return check(aiSystems.waitingIntakes === 0, {
    proves: 'No reported AI waits to be registered.',
    lacks: 'Reported AI waits to be registered or turned down.',
    next: 'Decide on the AI that was reported and waits.',
  })
}

const months = 6

/** A search for AI that nobody registered, within the planned interval, with a decision on each find. */
export function searched({ discovery, today }: Situation): Check[] {
  const { lastSearchOn: last, waiting } = discovery
  const when = last === null ? '' : written(last)
  const recent = last !== null && last >= monthsBefore(today, months)
  return [
    check(recent, {
      proves: `A search for unregistered AI was made on ${when}.`,
      lacks: last
        ? `The last search for unregistered AI was made on ${when}, more than ${months} months ago.`
        : 'No search for unregistered AI is recorded.',
      next: 'Search your code and bought software for AI that nobody registered.',
    }),
    none(waiting, {
      proves: 'What it found was decided on.',
      lacks: 'Found and not decided on',
      next: 'Decide on each find of the search for unregistered AI.',
    }),
  ]
}

function monthsBefore(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCMonth(date.getUTCMonth() - count)
  return date.toISOString().slice(0, 10)
}

export function staleSystems({ aiSystems: { stale } }: Situation): Reason[] {
  if (stale.count === 0) return []
  return [{ kind: 'stale', text: `Not looked at within twelve months: ${naming(stale)}.`, cites: [...stale.worst] }]
}

/** Resources and components that are recorded and were not confirmed in time. */
export function staleRecords({ aiSystems }: Situation, which: 'resourcesUnconfirmed' | 'componentsStale'): Reason[] {
  const late = aiSystems[which]
  if (late.count === 0) return []
  return [{ kind: 'stale', text: `Not confirmed within twelve months: ${naming(late)}.`, cites: [...late.worst] }]
}
