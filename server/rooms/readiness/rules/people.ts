import type { Situation } from '../situation.ts'
import { type Check, check } from './rule.ts'

/** Holds where somebody holds the role that keeps the AIMS conforming. */
export function steering({ people }: Situation): Check {
  const managers = people.byRole['aims-manager'] ?? []
  return check(
    managers.length > 0,
    {
      proves: `${managers.map(({ name }) => name).join(', ')} keeps the AIMS as its manager.`,
      lacks: 'Nobody holds the role of AIMS manager.',
      next: 'Give somebody the role of AIMS manager.',
    },
    { proves: managers.slice(0, 5) },
  )
}
