import { t } from '../../messages/index.ts'
import type { Tone } from '../../ui/state-badge.tsx'
import type { ItemOf } from '../answer-of.ts'

export type PersonView = ItemOf<'/api/v1/people'>
export type InvitationView = ItemOf<'/api/v1/invitations'>
export type UnitView = ItemOf<'/api/v1/units'>
export type ApiKeyView = ItemOf<'/api/v1/api-keys'>
export type Role = PersonView['roles'][number]['role']

type Badge = { tone: Tone; label: string }

export const roles: Record<Role, { label: string; help: string }> = {
  owner: { label: t('Organisation owner'), help: t('Everything, and who has a place here. At least one remains.') },
  'aims-manager': {
    label: t('AIMS manager'),
    help: t('Runs the management system: sees and changes nearly everything.'),
  },
  contributor: {
    label: t('Contributor'),
    help: t('Records systems, evidence, tasks and the like; decides nothing alone.'),
  },
  approver: { label: t('Approver'), help: t('Reads everything and approves what others prepared.') },
  'internal-auditor': { label: t('Internal auditor'), help: t('Reads everything, and audits it.') },
  'external-auditor': { label: t('External auditor'), help: t('Reads only, until a day that is set.') },
  employee: { label: t('Employee'), help: t('Reports AI in use and raises concerns; sees little else.') },
}

export const personStates: Record<PersonView['state'], Badge> = {
  active: { tone: 'positive', label: t('Active') },
  disabled: { tone: 'neutral', label: t('Place ended') },
  erased: { tone: 'missing', label: t('Erased') },
}

export const invitationStates: Record<InvitationView['state'], Badge> = {
  prepared: { tone: 'missing', label: t('Prepared, not sent') },
  pending: { tone: 'active', label: t('Pending') },
  accepted: { tone: 'positive', label: t('Accepted') },
  withdrawn: { tone: 'neutral', label: t('Withdrawn') },
  expired: { tone: 'caution', label: t('Expired') },
}

export function rolesInWords(held: PersonView['roles']): string {
  return held.map(({ role }) => roles[role].label).join(', ')
}
