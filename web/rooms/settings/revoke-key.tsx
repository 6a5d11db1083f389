import { t } from '../../messages/index.ts'
import { api, useWrite } from '../../ui/api.ts'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { VerbButton } from '../../ui/verb-button.tsx'
import type { ApiKeyView } from './words.ts'

/** Ends a key for good, asked twice. */
export function RevokeKey({ apiKey }: { apiKey: ApiKeyView }) {
  const revoke = useWrite({ write: () => api.post(`/api-keys/${apiKey.id}/revoke`), done: () => t('Key revoked') })
  return (
    <>
      <VerbButton
        look="quiet"
        permission="api-keys:revoke"
        pending={revoke.isPending}
        onClick={() => revoke.mutate()}
        confirm={{
          title: t('Revoke the key {name}?', { name: apiKey.name }),
          body: t('Whatever uses it is refused from now on. A revoked key cannot come back; make a new one instead.'),
          verb: t('Revoke'),
          danger: true,
        }}
      >
        {t('Revoke')}
      </VerbButton>
      <ProblemAlert error={revoke.error} />
    </>
  )
}
