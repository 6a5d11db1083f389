import { t } from '../../messages/index.ts'
import { type BulkChanges, type BulkField, labelsOf } from '../../ui/list.tsx'
import { stepChange, unitChange } from '../../ui/list/bulk-changes.ts'
import { personStates, roles } from './words.ts'

const role: BulkField = {
  kind: 'choice',
  name: 'role',
  label: t('Role'),
  options: Object.entries(roles).map(([value, { label }]) => ({ value, label })),
}

/** What can be changed for many people at once. Nobody gives or takes more than they hold themselves. */
export const changesOfPeople: BulkChanges = {
  permission: 'people:edit',
  changes: [
    unitChange(),
    {
      change: 'giveRole',
      label: t('Give a role'),
      words: labelsOf(roles),
      fields: [
        role,
        { kind: 'day', name: 'expiresOn', label: t('Until'), help: t('Left empty, without an end.'), mayBeEmpty: true },
      ],
    },
    { change: 'takeRole', label: t('Take a role away'), words: labelsOf(roles), fields: [role] },
    {
      ...stepChange('disable', t('End their place'), labelsOf(personStates)),
      asks: t('I have looked at the names: these people lose their access at once.'),
    },
    stepChange('enable', t('Give their place back'), labelsOf(personStates)),
  ],
}
