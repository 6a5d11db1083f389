import type { Role } from '#kernel/permission.ts'
import { v7 as uuidv7 } from 'uuid'
import type { Actor, Teller } from './teller.ts'

/** Who works at the sample organization. */
export type Cast = { olivia: Actor; milan: Actor; priya: Actor; jonas: Actor; lucia: Actor; amara: Actor; tom: Actor }

/** Everybody but the founder. */
const people: readonly { key: Exclude<keyof Cast, 'olivia'>; name: string; roles: Role[] }[] = [
  { key: 'milan', name: 'Milan Novak', roles: ['aims-manager'] },
  { key: 'priya', name: 'Priya Shah', roles: ['contributor'] },
  { key: 'jonas', name: 'Jonas Weber', roles: ['contributor'] },
  { key: 'lucia', name: 'Lucía Ortega', roles: ['approver', 'contributor'] },
  { key: 'amara', name: 'Amara Diallo', roles: ['internal-auditor'] },
  { key: 'tom', name: 'Tom Reed', roles: ['employee'] },
]

/** The colleagues as founding takes them, each with an id of this telling. */
export function colleagues() {
  return people.map(({ key, name, roles }) => ({ key, id: uuidv7(), name, email: `${key}@nordhafen.example`, roles }))
}

/** Everybody as an actor of the story. */
export function castOf(teller: Teller, founder: string, others: ReturnType<typeof colleagues>): Cast {
  const actor = (key: string) => {
    const found = others.find((other) => other.key === key)
    if (!found) throw new Error(`the sample story has no ${key}`)
    return teller.as(found.id)
  }
  return {
    olivia: teller.as(founder),
    milan: actor('milan'),
    priya: actor('priya'),
    jonas: actor('jonas'),
    lucia: actor('lucia'),
    amara: actor('amara'),
    tom: actor('tom'),
  }
}
