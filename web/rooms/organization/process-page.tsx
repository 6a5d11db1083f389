import { t } from '../../messages/index.ts'
import { useList, useRecord } from '../../ui/api.ts'
import { Fact } from '../../ui/facts.tsx'
import type { LinkedGroup } from '../../ui/linked.tsx'
import { Markdown } from '../../ui/markdown.tsx'
import { useParameter } from '../../ui/navigation.ts'
import { Section } from '../../ui/page.tsx'
import { Record } from '../../ui/record.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import type { AnswerOf } from '../answer-of.ts'
import { Comments } from '../comments/comments.tsx'
import { requirementPath, standard } from '../frameworks/words.ts'
import { DialogButton } from '../dialog-button.tsx'
import { activityPath } from '../audit-trail/activity-path.ts'
import { ProcessForm } from './process-form.tsx'
import { everyMonths } from './processes-page.tsx'
import { Withdrawal, WithdrawnBecause } from './withdrawal.tsx'
import { states, type ProcessView } from './words.ts'

type Framework = AnswerOf<'/api/v1/frameworks/{framework}'>
const gathered = 200

export default function ProcessPage() {
  const id = useParameter('id')
  const { data: process, error } = useRecord<ProcessView>(`/processes/${id}`)
  const linked = useLinked(process)
  if (error) throw error
  if (!process) return null
  return (
    <Record
      title={process.name}
      kind={t('Process')}
      crumbs={[{ label: t('Processes'), to: '/processes' }]}
      state={<StateBadge {...states[process.state]} />}
      owner={process.owner?.name}
      facts={
        <Fact label={t('Runs every')}>
          {process.intervalMonths === null ? t('on occasion') : everyMonths(process.intervalMonths)}
        </Fact>
      }
      actions={
        <>
          {process.state === 'current' && (
            <DialogButton
              permission="context:edit"
              title={t('Edit this process')}
              content={(close) => <ProcessForm process={process} onSaved={close} />}
            >
              {t('Edit')}
            </DialogButton>
          )}
          <Withdrawal path={`/processes/${id}`} state={process.state} title={t('Withdraw this process')} />
        </>
      }
      linked={linked}
      activity={activityPath('process', id)}
    >
      <WithdrawnBecause reason={process.reason} />
      {process.description && (
        <Section title={t('What happens in it')}>
          <Markdown>{process.description}</Markdown>
        </Section>
      )}
      <Comments about={`process:${id}`} />
    </Record>
  )
}

/** What the process feeds, what feeds it, and the clauses that it serves. */
function useLinked(process: ProcessView | undefined): LinkedGroup[] {
  const all = useList<ProcessView>('/processes', { limit: gathered }).data?.items ?? []
  const titles = new Map(
    useRecord<Framework>(`/frameworks/${standard}`).data?.requirements.map(({ ref, title }) => [ref, title]),
  )
  if (!process) return []
  const item = ({ id, name, state }: ProcessView) => ({
    label: name,
    to: `/processes/${id}`,
    ...(state === 'withdrawn' && { note: states.withdrawn.label }),
  })
  return [
    { label: t('Feeds'), items: all.filter(({ id }) => process.feeds.includes(id)).map(item) },
    { label: t('Fed by'), items: all.filter(({ feeds }) => feeds.includes(process.id)).map(item) },
    {
      label: t('Serves'),
      items: process.clauses.map((ref) => ({
        label: `${ref} ${titles.get(ref) ?? ''}`,
        to: requirementPath(standard, ref),
      })),
    },
  ]
}
