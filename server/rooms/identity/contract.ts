import { z } from 'zod'

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
