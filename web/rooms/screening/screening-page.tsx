import { t } from '../../messages/index.ts'
import { api, useList, useRecord, useWrite } from '../../ui/api.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useGo } from '../../ui/navigation.ts'
import { Page, Section } from '../../ui/page.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { LinkButton, VerbButton } from '../../ui/verb-button.tsx'
import { ClauseNotes } from '../frameworks/clause-note.tsx'
import { Answer } from './answer.tsx'
import { ScreeningHistory } from './history.tsx'
import styles from './screening.module.css'
import { TriggerRows } from './trigger-rows.tsx'
import type { ScreeningItem, ScreeningView, TriggerView } from './words.ts'

/** Does this organisation need ISO/IEC 42001: what holds today, what may have changed it, and how it came to be. */
export default function ScreeningPage() {
  const screenings = useList<ScreeningItem>('/screenings', { limit: 50 })
  const draft = screenings.data?.items.find(({ state }) => state === 'draft')
  const concluded = screenings.data?.items.some(({ state }) => state === 'concluded') ?? false
  const begin = <BeginButton first={!concluded} open={draft !== undefined} />
  return (
    <Page
      title={t('Screening')}
      lead={t('Does this organisation need ISO/IEC 42001, for which of its AI systems, and in which roles?')}
      actions={draft || !screenings.data || screenings.data.total === 0 ? undefined : begin}
      aside={<ClauseNotes refs={['4.1', '4.3']} />}
    >
      <ProblemAlert error={screenings.error} />
      {draft && <UnderWay draft={draft} />}
      {concluded && <Today />}
      {screenings.data && !concluded && !draft && (
        <EmptyState action={begin}>
          {t(
            'About sixteen questions, ten minutes. The result says whether certification is worth pursuing, with every reason for and against it, and what would change the answer.',
          )}
        </EmptyState>
      )}
      {concluded && <Raised />}
      {screenings.data && screenings.data.total > (draft ? 1 : 0) && (
        <Section title={t('History')}>
          <ScreeningHistory />
        </Section>
      )}
    </Page>
  )
}

function BeginButton({ first, open }: { first: boolean; open: boolean }) {
  const go = useGo()
  const begin = useWrite<void, { id: string }>({
    write: () => api.post('/screenings'),
    onDone: ({ id }) => go(`/screening/${id}/questions`),
  })
  return (
    <>
      <VerbButton
        look="primary"
        permission="screening:answer"
        cannot={open ? t('A screening is under way. Go on with it, or abandon it first.') : undefined}
        pending={begin.isPending}
        onClick={() => begin.mutate()}
      >
        {first ? t('Begin screening') : t('Screen again')}
      </VerbButton>
      <ProblemAlert error={begin.error} />
    </>
  )
}

function UnderWay({ draft }: { draft: ScreeningItem }) {
  const abandon = useWrite({
    write: () => api.post(`/screenings/${draft.id}/abandon`),
    done: () => t('Screening abandoned'),
  })
  const complete = draft.answered === draft.total
  return (
    <section className={styles.underWay} aria-label={t('Screening under way')}>
      <div>
        <h2>{t('A screening is under way')}</h2>
        <p>
          {t('{answered, number} of {total, number} answered', { answered: draft.answered, total: draft.total })},{' '}
          {t('last saved')} <DateTime value={draft.changedAt} precision="minute" />
        </p>
        <progress max={draft.total} value={draft.answered} aria-label={t('Answered questions')} />
      </div>
      <div className={styles.buttons}>
        <LinkButton
          look="primary"
          to={complete ? `/screening/${draft.id}/check` : `/screening/${draft.id}/questions`}
          permission="screening:answer"
        >
          {complete ? t('Check and conclude') : t('Go on')}
        </LinkButton>
        <VerbButton
          look="quiet"
          permission="screening:answer"
          pending={abandon.isPending}
          onClick={() => abandon.mutate()}
          confirm={{
            title: t('Abandon this screening?'),
            body: t(
              'Its answers stay in the history and can be read there. The screening that held before goes on holding.',
            ),
            verb: t('Abandon'),
            danger: true,
          }}
        >
          {t('Abandon')}
        </VerbButton>
      </div>
      <ProblemAlert error={abandon.error} />
    </section>
  )
}

function Today() {
  const { data, error } = useRecord<ScreeningView>('/screenings/latest')
  if (error) throw error
  if (!data?.result) return null
  return (
    <Section title={t('What holds today')}>
      <Answer outcome={data.result.organization} concludedOn={data.concludedOn} />
      <p className={styles.more}>
        <LinkButton to={`/screening/${data.id}`}>{t('Reasons, roles and systems')}</LinkButton>
      </p>
    </Section>
  )
}

function Raised() {
  const { data } = useList<TriggerView>('/screening-triggers', { state: 'raised', limit: 10 })
  const all = <LinkButton to="/screening/triggers">{t('All triggers')}</LinkButton>
  return (
    <Section
      title={t('Triggers')}
      lead={t(
        'Events that may change the answer. A raised one is answered by a new screening, or dismissed with a reason.',
      )}
      actions={all}
    >
      {data?.total === 0 ? <p>{t('None is raised now.')}</p> : <TriggerRows triggers={data?.items ?? []} />}
    </Section>
  )
}
