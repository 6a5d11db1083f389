import { isOwn, permissions } from '@assay/server/rooms/evidence/model.ts'
import { t } from '../../messages/index.ts'
import { useSession } from '../../ui/session.ts'
import type { Evidence } from './words.ts'

/** Why this person may not do this to this evidence, where their role may do it to their own alone. */
export function useNotMine(
  { collector, recordedBy }: Pick<Evidence, 'collector' | 'recordedBy'>,
  permission: keyof typeof permissions,
): string | undefined {
  const { person, roles } = useSession()
  const mayAny = Object.entries(permissions[permission]).some(
    ([role, relation]) => relation === 'any' && roles.includes(role),
  )
  const own = isOwn({ collector: collector.ref, recordedBy: recordedBy.ref }, person.id)
  return own || mayAny ? undefined : t('Only who collected or recorded it, or a manager, can do this.')
}
