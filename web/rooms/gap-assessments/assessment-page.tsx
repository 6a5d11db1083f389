import { t } from '../../messages/index.ts'
import { api, useRecord } from '../../ui/api.ts'
import { Fact } from '../../ui/facts.tsx'
import { useParameter } from '../../ui/navigation.ts'
import { Section } from '../../ui/page.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { Record } from '../../ui/record.tsx'
import { useSession } from '../../ui/session.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import { LinkButton } from '../../ui/verb-button.tsx'
import { Comments } from '../comments/comments.tsx'
import { ReasonButton } from '../reason-button.tsx'
import { Areas } from './areas.tsx'
import { areasOf, type Assessment, interviewPath, nextOpen, type Questions, states, whyClosed } from './assessment.ts'
import { ConcludeButton } from './conclude-button.tsx'
import { Findings } from './findings.tsx'
import { People } from './people.tsx'

/** One round of asking: how far it is, who was asked what, and what it found. */
export default function AssessmentPage() {
  const id = useParameter('id')
  const { data: it, error } = useRecord<Assessment>(`/gap-assessments/${id}`)
  const questions = useRecord<Questions>(`/gap-assessments/${id}/questions`)
  if (error) throw error
  if (!it) return null
  const items = questions.data?.items ?? []
  return (
    <Record
      title={it.name}
      kind={t('Gap assessment')}
      crumbs={[{ label: t('Gap assessment'), to: '/gap-assessments' }]}
      state={<StateBadge {...states[it.state]} />}
      lead={it.state === 'concluded' ? it.summary : it.reason}
      owner={it.startedBy?.name}
      dates={[
        { label: t('Started'), value: it.startedAt },
        ...(it.concludedAt ? [{ label: t('Concluded'), value: it.concludedAt }] : []),
      ]}
      facts={
        <>
          <Fact label={t('Answered')}>
            {t('{answered, number} of {total, number}', { answered: it.answered, total: it.questions })}
          </Fact>
          {it.concludedSeq !== null && <Fact label={t('Entry')}>{String(it.concludedSeq)}</Fact>}
          {it.rulesVersion && <Fact label={t('Rules')}>{it.rulesVersion}</Fact>}
        </>
      }
      actions={<Actions it={it} questions={items} />}
      activity={`/subjects/gap-assessment:${id}/activity`}
    >
      {it.state === 'concluded' && <Findings id={id} />}
      <Section title={t('By clause and area')}>
        <Areas id={id} areas={areasOf(items)} closed={whyClosed(it.state)} />
        <ProblemAlert error={questions.error} />
      </Section>
      <Section title={t('Who was asked')}>
        <People id={id} progress={it.progress} />
      </Section>
      <Comments about={`gap-assessment:${id}`} />
    </Record>
  )
}

function Actions({ it, questions }: { it: Assessment; questions: Questions['items'] }) {
  const { person } = useSession()
  const { id, state } = it
  const next = nextOpen(questions, person.id) ?? questions[0]
  const reopen = (reason: string) => api.post(`/gap-assessments/${id}/reopen`, { reason })
  return (
    <>
      {state === 'open' && next && (
        <LinkButton to={interviewPath(id, next.group.ref, next.ref)} look="primary">
          {it.answered === 0 ? t('Begin the interview') : t('Go on with the interview')}
        </LinkButton>
      )}
      {state === 'open' ? (
        <ConcludeButton it={it} />
      ) : (
        <ReasonButton
          id={`gap-assessment:${id}:reopen`}
          title={t('Reopen this assessment')}
          help={t('Its answers can be changed again. What it had found stays in the history.')}
          verb={t('Reopen assessment')}
          permission="gap-assessments:steer"
          write={reopen}
          done={() => t('Assessment reopened')}
        >
          {t('Reopen')}
        </ReasonButton>
      )}
      {state !== 'withdrawn' && (
        <ReasonButton
          id={`gap-assessment:${id}:withdraw`}
          title={t('Withdraw this assessment')}
          help={t('Its answers count no more. Reopening brings them back.')}
          verb={t('Withdraw assessment')}
          permission="gap-assessments:steer"
          look="quiet"
          write={(reason) => api.post(`/gap-assessments/${id}/withdraw`, { reason })}
          done={() => ({ message: t('Assessment withdrawn'), undo: () => reopen(t('Withdrawn by mistake')) })}
        >
          {t('Withdraw')}
        </ReasonButton>
      )}
    </>
  )
}
