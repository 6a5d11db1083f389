import type { Reason } from '../model.ts'
import type { Situation } from '../situation.ts'
import { type Check, check } from './rule.ts'
import { naming, none } from './words.ts'

const registerThem = 'Register your AI systems, those inside bought software too.'

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
  return [
    inScope(situation),
    none(situation.aiSystems.withoutRoles, {
      proves: 'The AI role of every system in scope is set.',
      lacks: 'Without an AI role',
      next: 'Set the AI role of each system in scope, with its reason.',
    }),
  ]
}

export function owned({ aiSystems }: Situation): Check {
  return none(aiSystems.withoutOwner, {
    proves: 'Every system in scope has an owner.',
    lacks: 'Without an owner',
    next: 'Name an owner for each system in scope.',
  })
}

export function confirmed({ aiSystems }: Situation): Check {
  return none(aiSystems.stale, {
    proves: 'Every system in scope was looked at within twelve months.',
    lacks: 'Not looked at within twelve months',
    next: 'Confirm the systems in scope that nobody has looked at within twelve months.',
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

export function staleSystems({ aiSystems: { stale } }: Situation): Reason[] {
  if (stale.count === 0) return []
  return [{ text: `Not looked at within twelve months: ${naming(stale)}.`, cites: [...stale.worst] }]
}
