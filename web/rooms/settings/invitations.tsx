import { t } from '../../messages/index.ts'
import { api, useWrite } from '../../ui/api.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { labelsOf, List, type Column } from '../../ui/list.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { VerbButton } from '../../ui/verb-button.tsx'
import { DialogButton } from '../dialog-button.tsx'
import { InviteButton, LinkOnce } from './invite.tsx'
import { invitationStates, roles, type InvitationView } from './words.ts'

const columns: Column<InvitationView>[] = [
  { key: 'email', header: t('E-mail'), cell: (row) => row.email },
  { key: 'name', header: t('Name'), cell: (row) => row.name },
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
    cell: (row) => (row.state === 'prepared' ? null : <DateTime value={row.expiresAt} />),
  },
  { key: 'move', header: t('Move'), cell: (row) => <Moves invitation={row} />, from: null },
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

function Moves({ invitation }: { invitation: InvitationView }) {
  return (
    <>
      <Send invitation={invitation} />
      <Withdraw invitation={invitation} />
    </>
  )
}

/** Gives a prepared invitation its link, or one whose link was lost or has expired a new one. */
function Send({ invitation: { id, email, state } }: { invitation: InvitationView }) {
  if (state !== 'prepared' && state !== 'pending' && state !== 'expired') return null
  return (
    <DialogButton
      look="quiet"
      permission="people:invite"
      title={t('Invite {email}', { email })}
      content={(close) => <SendLink id={id} again={state !== 'prepared'} close={close} />}
    >
      {state === 'prepared' ? t('Make the link') : t('New link')}
    </DialogButton>
  )
}

function SendLink({ id, again, close }: { id: string; again: boolean; close: () => void }) {
  const send = useWrite<void, { link: string }>({ write: () => api.post(`/invitations/${id}/send`) })
  if (send.data) return <LinkOnce link={send.data.link} close={close} />
  return (
    <>
      <p>
        {again
          ? t('The link that was given out before stops working.')
          : t('The link is shown once, for you to send. It works once, for 14 days.')}
      </p>
      <VerbButton look="primary" permission="people:invite" pending={send.isPending} onClick={() => send.mutate()}>
        {t('Make the link')}
      </VerbButton>
      <ProblemAlert error={send.error} />
    </>
  )
}

function Withdraw({ invitation }: { invitation: InvitationView }) {
  const withdraw = useWrite({
    write: () => api.post(`/invitations/${invitation.id}/withdraw`),
    done: () => t('Invitation withdrawn'),
  })
  if (invitation.state !== 'pending' && invitation.state !== 'prepared') return null
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
