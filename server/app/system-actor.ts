import type { OrganizationId } from '#kernel/id.ts'
import type { Who } from '#platform/database/change.ts'
import { permissions } from './permissions.ts'

/** The system acting by itself (jobs, the sealer): every permission, and named as what it is in the trail. */
export function systemActor(org: OrganizationId, name: string): Who {
  return { org, actor: `system:${name}`, person: null, scopes: Object.keys(permissions) }
}
