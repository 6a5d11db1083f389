import { locale, t } from '../../messages/index.ts'
import { api, useRecord, useWrite } from '../../ui/api.ts'
import { showDate } from '../../ui/dates.ts'
import { Fact, Facts } from '../../ui/facts.tsx'
import { Link } from '../../ui/link.tsx'
import { useGo } from '../../ui/navigation.ts'
import { Page, Section } from '../../ui/page.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { VerbButton } from '../../ui/verb-button.tsx'
import { ClauseNotes } from '../frameworks/clause-note.tsx'
import { Agreement } from './agreement.tsx'
import { Elements } from './elements.tsx'
import styles from './scope.module.css'
import { kinds, lacking, type Scope } from './words.ts'

/** What the management system takes in and leaves out, the wording for it, and whether all records say the same. */
export default function ScopePage() {
  const { data: scope, error } = useRecord<Scope>('/scope')
  if (error) throw error
  if (!scope) return null
  return (
    <Page
      title={t('Scope')}
      lead={t('Where the AI management system begins and ends. What is left out is left out for a reason.')}
      actions={<Compose scope={scope} />}
      aside={<ClauseNotes refs={['4.3']} />}
    >
      <Wording scope={scope} />
      <Agreement comparisons={scope.comparisons} />
      <LeftOut scope={scope} />
      {kinds.map(({ kind }) => (
        <Elements key={kind} kind={kind} scope={scope} />
      ))}
      <Systems scope={scope} />
    </Page>
  )
}

function Compose({ scope: { document } }: { scope: Scope }) {
  const go = useGo()
  const compose = useWrite<void, { id: string }>({
    write: () => api.post<{ id: string }>('/scope/wording'),
    done: () => t('Scope statement composed. Read it, then submit it for approval.'),
    onDone: ({ id }) => go(`/documents/${id}`),
  })
  const waits = document?.open && document.open.state !== 'draft'
  const replaces = document?.open?.state === 'draft'
  return (
    <>
      <VerbButton
        look="primary"
        permission="scope:compose"
        cannot={waits ? t('A version waits for its approval. Approve it or take it back first.') : undefined}
        pending={compose.isPending}
        {...(replaces && {
          confirm: {
            title: t('Compose the draft again?'),
            body: t('The text of the open draft is replaced by what the records say now. History keeps it.'),
            verb: t('Compose again'),
          },
        })}
        onClick={() => compose.mutate()}
      >
        {t('Compose the scope statement')}
      </VerbButton>
      <ProblemAlert error={compose.error} />
    </>
  )
}

function Wording({ scope: { certificate, document } }: { scope: Scope }) {
  return (
    <Section title={t('In one sentence')} lead={t('As the records say today, and as it could stand on a certificate.')}>
      <blockquote className={styles.wording}>{locale === 'de' ? certificate.german : certificate.wording}</blockquote>
      {certificate.lacks.length > 0 && (
        <ul className={styles.lacks}>
          {certificate.lacks.map((lack) => (
            <li key={lack}>{lacking[lack]}</li>
          ))}
        </ul>
      )}
      <Facts>
        <Fact label={t('Approved wording')}>
          {document?.effective && (
            <>
              <Link to={`/documents/${document.id}`}>
                {t('{title}, version {number}', { title: document.title, number: document.effective.number })}
              </Link>
              {', '}
              {document.effective.approvedBy
                ? t('approved by {name}, in force since {day}', {
                    name: document.effective.approvedBy,
                    day: showDate(document.effective.on),
                  })
                : t('in force since {day}', { day: showDate(document.effective.on) })}
            </>
          )}
        </Fact>
        {document?.open && (
          <Fact label={t('Being worked on')}>
            <Link to={`/documents/${document.id}`}>
              {t('{title}, version {number}', { title: document.title, number: document.open.number })}
            </Link>
          </Fact>
        )}
      </Facts>
    </Section>
  )
}

/** What decides about people and is outside: allowed for a reason, and the first thing that is asked. */
function LeftOut({ scope: { leftOut } }: { scope: Scope }) {
  if (leftOut.length === 0) return null
  return (
    <Section
      title={t('Left out, though they concern people')}
      lead={t(
        'These take decisions about people or help to. An auditor asks about them first; their reason has to hold.',
      )}
    >
      <ul>
        {leftOut.map(({ ref, name, reason }) => (
          <li key={ref}>
            <Link to={`/ai-systems/${ref.slice('ai-system:'.length)}`}>{name}</Link>: {reason}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Systems({ scope: { systems } }: { scope: Scope }) {
  const counts: { key: string; label: string; count: number }[] = [
    { key: 'in', label: t('In scope'), count: systems.in },
    { key: 'out', label: t('Out of scope'), count: systems.out },
    { key: 'undecided', label: t('Undecided'), count: systems.undecided },
  ]
  return (
    <Section title={t('AI systems')} lead={t('Decided one by one in their register.')}>
      <Facts>
        {counts.map(({ key, label, count }) => (
          <Fact key={key} label={label}>
            <Link to={`/ai-systems?scope=${key}`}>
              {t('{count, plural, =0 {No AI systems} one {# AI system} other {# AI systems}}', { count })}
            </Link>
          </Fact>
        ))}
      </Facts>
    </Section>
  )
}
