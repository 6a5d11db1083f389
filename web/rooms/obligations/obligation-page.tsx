import { t } from '../../messages/index.ts'
import { api, useRecord, useWrite } from '../../ui/api.ts'
import { showDate } from '../../ui/dates.ts'
import { Fact, Facts } from '../../ui/facts.tsx'
import { Form, ReferenceField, useForm } from '../../ui/form.tsx'
import { Markdown } from '../../ui/markdown.tsx'
import { useParameter } from '../../ui/navigation.ts'
import { Section } from '../../ui/page.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { Record } from '../../ui/record.tsx'
import { ReferenceLink } from '../../ui/reference-link.tsx'
import { kindLabel, type NamedRecord, useNames } from '../../ui/references.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import { VerbButton } from '../../ui/verb-button.tsx'
import { activityPath } from '../audit-trail/activity-path.ts'
import { Comments } from '../comments/comments.tsx'
import { DialogButton } from '../dialog-button.tsx'
import { RestingRows } from '../controls/resting-rows.tsx'
import { EvidencePanel } from '../evidence/evidence-panel.tsx'
import { AskedBy } from '../organization/asked-by.tsx'
import { Moves } from './moves.tsx'
import { ObligationForm } from './obligation-form.tsx'
import styles from './obligations.module.css'
import { AppliesTo } from './systems.tsx'
import { badgeOf, type Obligation, sourceKinds } from './words.ts'

export default function ObligationPage() {
  const id = useParameter('id')
  const { data: it, error } = useRecord<Obligation>(`/obligations/${id}`)
  if (error) throw error
  if (!it) return null
  return (
    <Record
      title={it.title}
      kind={t('Obligation')}
      crumbs={[{ label: t('Obligations'), to: '/obligations' }]}
      state={<StateBadge {...badgeOf(it)} />}
      owner={it.owner?.name}
      dates={[
        { label: t('Applies from'), value: it.dueOn },
        { label: t('Next review'), value: it.reviewDueOn },
      ]}
      actions={
        <>
          <Moves it={it} />
          <DialogButton
            permission="obligations:edit"
            title={t('Change “{title}”', { title: it.title })}
            content={(close) => <ObligationForm obligation={it} onSaved={close} />}
          >
            {t('Change')}
          </DialogButton>
        </>
      }
      activity={activityPath('obligation', id)}
    >
      <Why it={it} />
      <Section title={t('What it asks')}>
        {it.asks && (
          <div className={styles.asks}>
            <Markdown>{it.asks}</Markdown>
          </div>
        )}
        <Facts>
          <Fact label={t('Kind of source')}>{sourceKinds[it.sourceKind]}</Fact>
          <Fact label={t('Source')}>{it.source}</Fact>
          <Fact label={t('Article or section')}>{it.article}</Fact>
          {it.reportsTo && <Fact label={t('Who has to be told')}>{it.reportsTo}</Fact>}
          {it.dueSource && <Fact label={t('Source of that date')}>{it.dueSource}</Fact>}
          {it.review && <Fact label={t('Last review')}>{it.review.note || it.review.on}</Fact>}
        </Facts>
      </Section>
      <AppliesTo it={it} />
      <AskedBy subject={`obligation:${id}`} />
      <Fulfilment it={it} />
      <RestingRows reason={`obligation:${id}`} />
      <EvidencePanel subject={`obligation:${id}`} />
      <Comments about={`obligation:${id}`} />
    </Record>
  )
}

/** The reason of the last decision, after the words that say what was decided. */
function Why({ it: { state, stateReason: reason, decided } }: { it: Obligation }) {
  if (reason === '') return null
  const by = decided?.by ? ` (${decided.by.name}, ${showDate(decided.on)})` : ''
  const applies = t('It applies: {reason}', { reason })
  const said: Record<Obligation['state'], string> = {
    identified: t('The question is open again: {reason}', { reason }),
    applies,
    'being-fulfilled': applies,
    reviewed: applies,
    'not-applicable': t('It does not apply: {reason}', { reason }),
    withdrawn: t('Withdrawn: {reason}', { reason }),
  }
  return (
    <p className={styles.why}>
      {said[state]}
      {by}
    </p>
  )
}

function Fulfilment({ it }: { it: Obligation }) {
  const names = useNames(it.links)
  const remove = useWrite({
    write: (subject: string) => api.post(`/obligations/${it.id}/fulfilled-by/remove`, { subject }),
    done: () => t('Record taken out'),
  })
  return (
    <Section
      title={t('How it is fulfilled')}
      actions={
        <DialogButton
          permission="obligations:edit"
          title={t('Name a record by which it is fulfilled')}
          content={(close) => <LinkRecord id={it.id} close={close} />}
        >
          {t('Name a record')}
        </DialogButton>
      }
    >
      {it.fulfilment && <Markdown>{it.fulfilment}</Markdown>}
      {it.links.length === 0 ? (
        <p className={styles.muted}>{t('No document, evidence or task shows it yet.')}</p>
      ) : (
        <ul className={styles.rows}>
          {it.links.map((subject) => (
            <li key={subject}>
              <span>
                <ReferenceLink reference={subject} names={names} />{' '}
                <span className={styles.muted}>{kindLabel(subject)}</span>
              </span>
              <VerbButton
                look="quiet"
                permission="obligations:edit"
                pending={remove.isPending}
                onClick={() => remove.mutate(subject)}
              >
                {t('Take out')}
              </VerbButton>
            </li>
          ))}
        </ul>
      )}
      <ProblemAlert error={remove.error} />
    </Section>
  )
}

function LinkRecord({ id, close }: { id: string; close: () => void }) {
  const form = useForm({
    id: `obligation:${id}:link`,
    initial: { subject: '' },
    check: ({ subject }): { subject?: string } => (subject === '' ? { subject: t('Choose a record.') } : {}),
    save: ({ subject }) => api.post(`/obligations/${id}/fulfilled-by`, { subject }),
    done: () => t('Record named'),
    onSaved: close,
  })
  return (
    <Form form={form} submit={t('Name it')} permission="obligations:edit">
      <ReferenceField<{ subject: string }, NamedRecord>
        form={form}
        name="subject"
        label={t('Record')}
        help={t('A document, evidence, a task or a control.')}
        path="/search"
        needsWords
        option={({ ref, name }) => ({ value: ref, label: `${name} · ${kindLabel(ref)}` })}
        required
      />
    </Form>
  )
}
