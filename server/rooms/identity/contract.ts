import { z } from 'zod'
import { roles } from '#kernel/permission.ts'

export const Credentials = z.strictObject({ email: z.email().max(320), password: z.string().min(1).max(200) })

export const SetUp = z.strictObject({
  token: z.string().min(1).max(200),
  name: z.string().trim().min(1).max(200),
  email: z.email().max(320),
  password: z.string().min(1).max(200),
  organization: z.string().trim().min(1).max(200),
})

export const OrganizationChoice = z.object({ id: z.uuid(), name: z.string(), demo: z.boolean() })

export const SessionView = z.object({
  person: z.object({ id: z.uuid(), name: z.string(), email: z.string() }),
  organization: OrganizationChoice.nullable(),
  organizations: z.array(OrganizationChoice),
  roles: z.array(z.string()),
  permissions: z.array(z.string()),
  /** the log's size when this answer was made, and up to which entry this person has seen what changed */
  seq: z.number().int(),
  seenSeq: z.number().int(),
})
export type SessionView = z.infer<typeof SessionView>

const day = z.iso.date()
export const RoleName = z.enum(roles)

export const PersonView = z.object({
  id: z.uuid(),
  version: z.number().int(),
  name: z.string(),
  email: z.string(),
  state: z.enum(['active', 'disabled', 'erased']),
  unit: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  roles: z.array(z.object({ id: z.uuid(), role: RoleName, expiresOn: z.string().nullable() })),
  changedAt: z.date(),
})
export type PersonView = z.infer<typeof PersonView>

export const PersonEdit = z
  .strictObject({ name: z.string().trim().min(1).max(200), unit: z.uuid().nullable() })
  .partial()
export type PersonEdit = z.infer<typeof PersonEdit>

/** The roles a person shall hold from now on, each with its end where it has one. */
export const RoleAssignment = z.strictObject({
  roles: z.array(z.strictObject({ role: RoleName, expiresOn: day.nullable().default(null) })).max(roles.length),
})

export const InvitationDraft = z.strictObject({
  email: z.email().max(320),
  roles: z.array(RoleName).min(1).max(roles.length),
  rolesExpireOn: day.nullable().default(null),
  unit: z.uuid().nullable().default(null),
})
export type InvitationDraft = z.infer<typeof InvitationDraft>

export const InvitationView = z.object({
  id: z.uuid(),
  version: z.number().int(),
  email: z.string(),
  /** what the person is called, where that was said */
  name: z.string(),
  roles: z.array(RoleName),
  rolesExpireOn: z.string().nullable(),
  /** `prepared` was not sent yet and has no link */
  state: z.enum(['prepared', 'pending', 'accepted', 'withdrawn', 'expired']),
  expiresAt: z.date(),
  changedAt: z.date(),
})
export type InvitationView = z.infer<typeof InvitationView>

export const Acceptance = z.strictObject({
  token: z.string().min(1).max(200),
  name: z.string().trim().min(1).max(200),
  password: z.string().min(1).max(200),
})

export const UnitDraft = z.strictObject({ name: z.string().trim().min(1).max(200) })
export const UnitView = z.object({
  id: z.uuid(),
  version: z.number().int(),
  name: z.string(),
  people: z.number().int(),
})
export type UnitView = z.infer<typeof UnitView>

export const ApiKeyDraft = z.strictObject({
  name: z.string().trim().min(1).max(200),
  scopes: z.array(z.string().max(100)).min(1).max(200),
  expiresOn: day,
})
export type ApiKeyDraft = z.infer<typeof ApiKeyDraft>

export const ApiKeyView = z.object({
  id: z.uuid(),
  version: z.number().int(),
  name: z.string(),
  prefix: z.string(),
  scopes: z.array(z.string()),
  expiresAt: z.date(),
  revokedAt: z.date().nullable(),
  lastUsedAt: z.date().nullable(),
  createdBy: z.object({ id: z.uuid(), name: z.string() }),
})
export type ApiKeyView = z.infer<typeof ApiKeyView>
