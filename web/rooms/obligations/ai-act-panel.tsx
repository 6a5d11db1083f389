import { useState, type ReactNode } from 'react'
import { t } from '../../messages/index.ts'
import { api, useRecord, useWrite } from '../../ui/api.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Section } from '../../ui/page.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { LinkButton, VerbButton } from '../../ui/verb-button.tsx'
import { ReasonButton } from '../reason-button.tsx'
import { Answered, EarlierAnswers } from './answered.tsx'
import { ClassDecision } from './decisions.tsx'
import { Duties } from './duties.tsx'
import styles from './obligations.module.css'
import { type Act, type Assessment, classes, type Result, roles, withArticle } from './words.ts'

/** What the EU AI Act asks for one AI system, with reasons, dates and their sources, and what would change it. */
export function AiActPanel({ system }: { system: string }) {
  const { data: act, error } = useRecord<Act>(`/ai-systems/${system}/ai-act`)
  if (error) return <ProblemAlert error={error} />
  if (!act) return null
  const { assessment } = act
  const answer = (
    <LinkButton
      to={`/ai-systems/${system}/ai-act`}
      permission="obligations:edit"
      look={assessment ? 'default' : 'primary'}
    >
      {assessment ? t('Answer anew') : t('Answer the questions')}
    </LinkButton>
  )
  if (!assessment) {
    return (
      <EmptyState action={answer}>
        {t('Answer questions about its use and your part in it. What follows is shown with article, date and source.')}
      </EmptyState>
    )
  }
  return (
    <>
      <Standing system={system} assessment={assessment} answer={answer} />
      <Reasons result={assessment.result} />
      <details className={styles.open}>
        <summary>{t('What was answered, question by question')}</summary>
        <Answered answers={assessment.answers} />
      </details>
      <Duties system={system} assessment={assessment} />
      <Files system={system} />
      <WouldChange result={assessment.result} />
      <Earlier act={act} />
    </>
  )
}

type StandingProps = { system: string; assessment: Assessment; answer: ReactNode }

function Standing({ system, assessment, answer }: StandingProps) {
  const { result, state, reopened, answeredOn, answeredBy, earlierRules } = assessment
  const confirm = useWrite({
    write: () => api.post(`/ai-systems/${system}/ai-act/confirm`),
    done: () => t('Answers confirmed'),
  })
  return (
    <Section
      title={t('Result')}
      lead={t('A reading by rules in our own words, no legal advice. Only the Official Journal is authentic.')}
    >
      {reopened && state === 'reopened' && (
        <p className={styles.note}>{t('Look again: {because}', { because: t(reopened.because) })}</p>
      )}
      {earlierRules && (
        <p className={styles.note}>{t('Read by earlier rules. Answer anew to read it by those of today.')}</p>
      )}
      <div className={styles.actions}>
        <StateBadge {...classes[result.class]} />
        {[...new Set(result.roles.map(({ role }) => role))].map((role) => (
          <StateBadge key={role} tone="neutral" label={roles[role]} />
        ))}
      </div>
      <p className={styles.muted}>
        {t('Answered')} <DateTime value={answeredOn} />
        {answeredBy && ` · ${answeredBy.name}`}
      </p>
      <div className={styles.actions}>
        {answer}
        {state === 'reopened' ? (
          <VerbButton
            permission="obligations:decide"
            pending={confirm.isPending}
            onClick={() => confirm.mutate(undefined)}
          >
            {t('Answers still hold')}
          </VerbButton>
        ) : (
          <ReasonButton
            id={`ai-system:${system}:ai-act:reopen`}
            look="quiet"
            permission="obligations:edit"
            title={t('Open the answers again')}
            help={t('They stay to be seen, and ask to be looked at again.')}
            verb={t('Open again')}
            write={(reason) => api.post(`/ai-systems/${system}/ai-act/reopen`, { reason })}
            done={() => ({
              message: t('Answers opened'),
              undo: () => api.post(`/ai-systems/${system}/ai-act/confirm`),
            })}
          >
            {t('Open again')}
          </ReasonButton>
        )}
      </div>
      <ProblemAlert error={confirm.error} />
      <ClassDecision system={system} assessment={assessment} />
    </Section>
  )
}

function Reasons({ result }: { result: Result }) {
  const findings = [
    ...result.prohibited,
    ...result.highRisk.reasons,
    ...result.roles,
    ...result.transparency,
    ...result.gpai,
    ...result.notes.filter(({ article }) => article !== ''),
  ]
  return (
    <Section title={t('Why')}>
      <ul>
        {findings.map((finding) => (
          <li key={`${finding.article} ${finding.text}`}>{withArticle(finding)}</li>
        ))}
      </ul>
    </Section>
  )
}

function Files({ system }: { system: string }) {
  const files = [
    { template: 'annex-iv', label: t('Technical documentation (Annex IV)') },
    { template: 'annex-viii', label: t('Registration data (Annex VIII)') },
    { template: 'fundamental-rights', label: t('Fundamental rights assessment (Art. 27)') },
  ]
  return (
    <Section
      title={t('Files')}
      lead={t('Documents that fill from the records of this system; what is missing is named.')}
    >
      <div className={styles.actions}>
        {files.map(({ template, label }) => (
          <LinkButton
            key={template}
            to={`/documents/new?template=${template}&about=ai-system:${system}`}
            permission="documents:write"
          >
            {label}
          </LinkButton>
        ))}
      </div>
    </Section>
  )
}

function WouldChange({ result }: { result: Result }) {
  if (result.wouldChange.length === 0) return null
  return (
    <Section title={t('What would change it')}>
      <ul>
        {result.wouldChange.map(({ answer, class: then, becomesProvider }) => (
          <li key={answer}>
            {t(answer)}: {classes[then].label}
            {becomesProvider && ` · ${t('you become its provider')}`}
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** What is inside is asked for when it is opened. */
function Opened({ summary, children }: { summary: ReactNode; children: ReactNode }) {
  const [open, setOpen] = useState(false)
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {open && children}
    </details>
  )
}

function Earlier({ act }: { act: Act }) {
  const earlier = act.history.filter(({ id }) => id !== act.assessment?.id)
  return (
    <>
      {earlier.length > 0 && (
        <Section title={t('Earlier answers')}>
          <ul>
            {earlier.map(({ id, number, class: then, answeredOn, answeredBy }) => (
              <li key={id}>
                <Opened
                  summary={
                    <>
                      {number}. <DateTime value={answeredOn} /> · {classes[then].label}
                      {answeredBy && ` · ${answeredBy.name}`}
                    </>
                  }
                >
                  <EarlierAnswers id={id} />
                </Opened>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <details className={styles.open}>
        <summary>{t('What is not settled about the Act')}</summary>
        <ul>
          {act.uncertainties.map((text) => (
            <li key={text} lang="en">
              {text}
            </li>
          ))}
        </ul>
      </details>
    </>
  )
}
