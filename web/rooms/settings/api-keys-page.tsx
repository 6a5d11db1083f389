import { t } from '../../messages/index.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { List, type Column } from '../../ui/list.tsx'
import { Page } from '../../ui/page.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { LinkButton } from '../../ui/verb-button.tsx'
import { RevokeKey } from './revoke-key.tsx'
import type { ApiKeyView } from './words.ts'

const columns: Column<ApiKeyView>[] = [
  { key: 'name', header: t('Key'), sort: 'name', cell: (row) => row.name },
  { key: 'prefix', header: t('Begins with'), cell: (row) => <code>{row.prefix}…</code> },
  {
    key: 'state',
    header: t('State'),
    cell: (row) => <KeyState apiKey={row} />,
    from: [{ field: 'revokedAt', words: { '*': t('Revoked') } }, { field: 'expiresAt' }],
  },
  {
    key: 'expiresAt',
    header: t('Ends'),
    sort: 'expiresAt',
    cell: (row) => <DateTime value={row.expiresAt} />,
  },
  {
    key: 'lastUsedAt',
    header: t('Last used'),
    cell: (row) => row.lastUsedAt && <DateTime value={row.lastUsedAt} precision="minute" />,
  },
  {
    key: 'createdBy',
    header: t('Made by'),
    optional: true,
    cell: (row) => row.createdBy.name,
    from: [{ field: 'createdBy.name' }],
  },
  { key: 'scopes', header: t('Scopes'), optional: true, cell: (row) => row.scopes.join(', ') },
  {
    key: 'move',
    header: t('Move'),
    cell: (row) => stateOf(row) !== 'revoked' && <RevokeKey apiKey={row} />,
    from: null,
  },
]

/** Keys for machines: what each may do, until when, and when it was last used. */
export default function ApiKeysPage() {
  const create = (
    <LinkButton to="/settings/api-keys/new" look="primary" permission="api-keys:create">
      {t('Create an API key')}
    </LinkButton>
  )
  return (
    <Page
      title={t('API keys')}
      lead={t(
        'For machines: the command line, pipelines, and programs of yours. A key may do what its scopes name, until its end.',
      )}
      actions={create}
    >
      <List<ApiKeyView>
        id="api-keys"
        label={t('API keys')}
        path="/api-keys"
        columns={columns}
        rowId={(row) => row.id}
        rowLabel={(row) => row.name}
        defaultSort="name"
        empty={
          <EmptyState action={create}>{t('Machines need a key of their own; none has been made yet.')}</EmptyState>
        }
      />
    </Page>
  )
}

type State = 'revoked' | 'ended' | 'valid'

function stateOf({ revokedAt, expiresAt }: ApiKeyView): State {
  if (revokedAt) return 'revoked'
  return new Date(expiresAt) < new Date() ? 'ended' : 'valid'
}

function KeyState({ apiKey }: { apiKey: ApiKeyView }) {
  const badges = {
    revoked: { tone: 'neutral', label: t('Revoked') },
    ended: { tone: 'caution', label: t('Ended') },
    valid: { tone: 'positive', label: t('Valid') },
  } as const
  return <StateBadge {...badges[stateOf(apiKey)]} />
}
