import { t } from '../../messages/index.ts'
import { useRecord } from '../../ui/api.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { Activity } from '../../ui/activity.tsx'
import { useParameter } from '../../ui/navigation.ts'
import { Page, Section } from '../../ui/page.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { Comments } from '../comments/comments.tsx'
import { ClauseNotes } from '../frameworks/clause-note.tsx'
import { DialogButton } from '../dialog-button.tsx'
import { activityPath } from '../audit-trail/activity-path.ts'
import { IssueForm } from './issue-form.tsx'
import { Withdrawal, WithdrawnBecause } from './withdrawal.tsx'
import { issueKinds, states, topics, type IssueView } from './words.ts'

export default function IssuePage() {
  const id = useParameter('id')
  const { data: issue, error } = useRecord<IssueView>(`/context-issues/${id}`)
  if (error) throw error
  if (!issue) return null
  return (
    <Page
      title={issue.statement}
      kind={t('Context issue')}
      crumbs={[{ label: t('Context issues'), to: '/context-issues' }]}
      state={<StateBadge {...states[issue.state]} />}
      actions={
        <>
          {issue.state === 'current' && (
            <DialogButton
              permission="context:edit"
              title={t('Edit this issue')}
              content={(close) => <IssueForm issue={issue} onSaved={close} />}
            >
              {t('Edit')}
            </DialogButton>
          )}
          <Withdrawal path={`/context-issues/${id}`} state={issue.state} title={t('Withdraw this issue')} />
        </>
      }
      aside={<ClauseNotes refs={['4.1']} />}
    >
      <WithdrawnBecause reason={issue.reason} />
      <Section title={t('Issue')}>
        <Facts>
          <Fact label={t('Where it lies')}>{issueKinds[issue.kind]}</Fact>
          <Fact label={t('Topic')}>{topics[issue.topic]}</Fact>
          <Fact label={t('Relevant')}>{issue.relevant ? t('Yes') : t('No')}</Fact>
          <Fact label={t('Changed')}>
            <DateTime value={issue.changedAt} precision="minute" />
          </Fact>
          <Fact label={t('Effect')}>{issue.effect}</Fact>
        </Facts>
      </Section>
      <Comments about={`context-issue:${id}`} />
      <Section title={t('Activity')}>
        <Activity path={activityPath('context-issue', id)} />
      </Section>
    </Page>
  )
}
