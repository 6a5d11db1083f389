import { t } from '../../messages/index.ts'
import { api, useWrite } from '../../ui/api.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { labelsOf, List, type Column } from '../../ui/list.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { VerbButton } from '../../ui/verb-button.tsx'
import { InviteButton } from './invite.tsx'
import { invitationStates, roles, type InvitationView } from './words.ts'

const columns: Column<InvitationView>[] = [
  { key: 'email', header: t('E-mail'), cell: (row) => row.email },
  {
    key: 'roles',
    header: t('Roles'),
    cell: (row) => row.roles.map((role) => roles[role].label).join(', '),
    from: [{ field: 'roles', words: labelsOf(roles) }],
  },
  {
    key: 'state',
    header: t('State'),
    cell: (row) => <StateBadge {...invitationStates[row.state]} />,
    from: [{ field: 'state', words: labelsOf(invitationStates) }],
  },
  {
    key: 'expiresAt',
    header: t('Link valid until'),
    cell: (row) => <DateTime value={row.expiresAt} />,
  },
  { key: 'move', header: t('Move'), cell: (row) => <Withdraw invitation={row} />, from: null },
]

export function Invitations() {
  return (
    <List<InvitationView>
      id="invitations"
      label={t('Invitations')}
      path="/invitations"
      columns={columns}
      rowId={(row) => row.id}
      rowLabel={(row) => row.email}
      defaultSort="-changedAt"
      empty={<EmptyState action={<InviteButton />}>{t('Invitations that you make are listed here.')}</EmptyState>}
    />
  )
}

function Withdraw({ invitation }: { invitation: InvitationView }) {
  const withdraw = useWrite({
    write: () => api.post(`/invitations/${invitation.id}/withdraw`),
    done: () => t('Invitation withdrawn'),
  })
  if (invitation.state !== 'pending') return null
  return (
    <>
      <VerbButton
        look="quiet"
        permission="people:invite"
        pending={withdraw.isPending}
        onClick={() => withdraw.mutate()}
        confirm={{
          title: t('Withdraw the invitation of {email}?', { email: invitation.email }),
          body: t('Its link stops working at once. You can invite the person again.'),
          verb: t('Withdraw'),
        }}
      >
        {t('Withdraw')}
      </VerbButton>
      <ProblemAlert error={withdraw.error} />
    </>
  )
}
