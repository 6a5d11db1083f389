import { managers, type Permissions, readers, workers } from '#kernel/permission.ts'

export const permissions = {
  'scope:read': readers,
  'scope:decide': managers,
  'scope:compose': workers,
} satisfies Permissions

export const elementKinds = ['unit', 'site', 'activity', 'role'] as const
export type ElementKind = (typeof elementKinds)[number]
export const decisions = ['undecided', 'in', 'out'] as const
export type Decision = (typeof decisions)[number]

/** A part of the organization that the scope takes in or leaves out. `ref`: `unit:<id>`, `site:<name>`, `activity:<id>`, `role:<role>`. */
export type Element = {
  ref: string
  kind: ElementKind
  name: string
  decision: Decision
  /** why it is left out; may be given for what is inside */
  reason: string
  decidedOn: string | null
  decidedBy: { id: string; name: string } | null
  /** 0 before anybody decided */
  version: number
  /** it was decided on, and the record that it stands for is there no longer */
  gone: boolean
}

export type NamedRef = { ref: string; name: string }

/** What the scope asks about a registered AI system. */
export type ScopedSystem = NamedRef & {
  scope: Decision
  reason: string
  /** it takes decisions about people, or helps to */
  concernsPeople: boolean
  unit: NamedRef | null
  roles: { ref: string; name: string }[]
}
