/** The roles a person can hold in an organization. Machines hold scopes instead. */
export const roles = [
  'owner',
  'aims-manager',
  'contributor',
  'approver',
  'internal-auditor',
  'external-auditor',
  'employee',
] as const
export type Role = (typeof roles)[number]

/** How near a record must be for a permission to hold: the person's own, their unit's, or any. */
export type Relation = 'own' | 'unit' | 'any'

/** Which role may do what, and how near the record must be. Each room states its own. */
export type Permissions = Record<`${string}:${string}`, Partial<Record<Role, Relation>>>

/** Who steers the management system. */
export const managers = { owner: 'any', 'aims-manager': 'any' } as const
/** Who works on it: managers, and contributors on any record. */
export const workers = { ...managers, contributor: 'any' } as const
/** Who may see records: everyone inside the management system and the auditors, not every employee. */
export const readers = {
  ...workers,
  approver: 'any',
  'internal-auditor': 'any',
  'external-auditor': 'any',
} as const
/** Everyone with a place in the organization. */
export const everyone = { ...readers, employee: 'any' } as const
/** Everyone of the organization's own: not the external auditor, who reads and changes nothing. */
export const staff = { ...workers, approver: 'any', 'internal-auditor': 'any', employee: 'any' } as const
