import type { Permissions, Relation, Role } from '@assay/server/kernel/permission.ts'
import { mayGrant } from '@assay/server/rooms/identity/model.ts'
import { t } from '../../messages/index.ts'
import { useRecord } from '../../ui/api.ts'
import { useSession } from '../../ui/session.ts'
import type { AnswerOf } from '../answer-of.ts'

type Answer = AnswerOf<'/api/v1/permissions'>

/** Why this person cannot give or take a role, by the server's own rule; undefined when they can, or not known yet. */
export function useCannotGrant(): (role: Role) => string | undefined {
  const { permissions } = useSession()
  const { data } = useRecord<Answer>('/permissions')
  return (role) => {
    if (!data) return undefined
    const granted = mayGrant(tableOf(data), permissions, [role])
    if (granted.ok) return undefined
    return t('Nobody can give or take more than they hold. You do not hold {permissions}. Ask an owner.', {
      permissions: named(granted.error.permissions),
    })
  }
}

/** The wire carries the table as a list of plain records. */
function tableOf({ items }: Answer): Permissions {
  return Object.fromEntries(
    items.map(({ permission, roles }) => [permission, roles as Partial<Record<Role, Relation>>]),
  ) as Permissions
}

const named = (permissions: string[]) =>
  permissions.length > 3
    ? t('{first} and {rest, number} more', {
        first: permissions.slice(0, 3).join(', '),
        rest: permissions.length - 3,
      })
    : permissions.join(', ')
