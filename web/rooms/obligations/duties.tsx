import { t } from '../../messages/index.ts'
import { api, useWrite } from '../../ui/api.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { Link } from '../../ui/link.tsx'
import { Section } from '../../ui/page.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { VerbButton } from '../../ui/verb-button.tsx'
import { DateDecision } from './decisions.tsx'
import styles from './obligations.module.css'
import { type Assessment, placeInAct, roles, withArticle } from './words.ts'

type Duty = Assessment['result']['duties'][number]

/** What follows from the answers, each with article, date and source; taken over into the register by one act. */
export function Duties({ system, assessment }: { system: string; assessment: Assessment }) {
  const { adopted, result, decisions } = assessment
  const open = result.duties.filter(({ id }) => adopted[id] === undefined)
  const adopt = useAdopt(system)
  return (
    <Section
      title={t('What follows')}
      actions={
        <VerbButton
          permission="obligations:edit"
          pending={adopt.isPending}
          cannot={open.length === 0 ? t('All of it stands in the register.') : undefined}
          confirm={{
            title: t('{count, plural, one {Take one duty over?} other {Take # duties over?}}', { count: open.length }),
            body: open.map(({ article, title }) => `${article} ${t(title)}`).join(' · '),
            verb: t('Take over'),
          }}
          onClick={() => adopt.mutate(open.map(({ id }) => id))}
        >
          {t('Take all over into the register')}
        </VerbButton>
      }
    >
      <ProblemAlert error={adopt.error} />
      {result.duties.length === 0 && (
        <p className={styles.muted}>{t('No duty of the Act follows from these answers.')}</p>
      )}
      <ul className={styles.rows}>
        {result.duties.map((duty) => (
          <DutyRow
            key={duty.id}
            system={system}
            duty={duty}
            obligation={adopted[duty.id]}
            made={decisions.find(({ about }) => about === duty.id)}
          />
        ))}
      </ul>
    </Section>
  )
}

type DutyRowProps = {
  system: string
  duty: Duty
  obligation: string | undefined
  made: Assessment['decisions'][number] | undefined
}

/** The duty in one line; what it asks, from where its date is and what it depends on unfold. */
function DutyRow({ system, duty, obligation, made }: DutyRowProps) {
  const { date, condition } = duty
  return (
    <li className={styles.duty}>
      <details>
        <summary>
          <strong>
            {duty.article} {t(duty.title)}
          </strong>{' '}
          <span className={styles.muted}>
            {t('from')} <DateTime value={date.on} />
            {made && ` · ${t('date decided')}`}
          </span>
        </summary>
        <p lang="en">{duty.asks}</p>
        <p className={styles.muted}>
          {duty.roles.map((role) => roles[role]).join(', ')} · {placeInAct(date.ref)}
          {date.originally && (
            <>
              {' · '}
              {t('before the amendment')} <DateTime value={date.originally} />
            </>
          )}
          {date.formally && (
            <>
              {' · '}
              {t('formally applies from')} <DateTime value={date.formally} />
            </>
          )}
        </p>
        <p className={styles.muted}>{t(date.source)}</p>
        {condition && <p className={styles.muted}>{withArticle(condition)}</p>}
        {made && (
          <p className={styles.muted}>
            {t('Date decided, by the rules it was {computed}: {reason}', {
              computed: made.computed,
              reason: made.reason,
            })}
          </p>
        )}
        <DateDecision system={system} duty={duty.id} on={date.on} {...(made && { made })} />
      </details>
      {obligation ? (
        <Link to={`/obligations/${obligation}`}>{t('In the register')}</Link>
      ) : (
        <TakeOver system={system} duty={duty.id} />
      )}
    </li>
  )
}

/** One duty alone; whether it applies is decided in the register. */
function TakeOver({ system, duty }: { system: string; duty: string }) {
  const adopt = useAdopt(system)
  return (
    <>
      <VerbButton
        look="quiet"
        size="sm"
        permission="obligations:edit"
        pending={adopt.isPending}
        onClick={() => adopt.mutate([duty])}
      >
        {t('Take over')}
      </VerbButton>
      <ProblemAlert error={adopt.error} />
    </>
  )
}

function useAdopt(system: string) {
  return useWrite<string[], { obligations: string[] }>({
    write: (duties) => api.post(`/ai-systems/${system}/ai-act/adopt`, { duties }),
    done: (made) => ({
      message: t('{count, plural, one {One duty taken over} other {# duties taken over}}', {
        count: made.obligations.length,
      }),
      undo: () => api.post(`/ai-systems/${system}/ai-act/adopt/undo`, made),
    }),
  })
}
