import { t } from '../../messages/index.ts'
import { useRecord } from '../../ui/api.ts'
import { Link } from '../../ui/link.tsx'
import { useParameter } from '../../ui/navigation.ts'
import { Page, Section } from '../../ui/page.tsx'
import { ReferenceLink } from '../../ui/reference-link.tsx'
import { useNames } from '../../ui/references.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import { LinkButton } from '../../ui/verb-button.tsx'
import { ImpactsPanel } from '../impact-assessments/impacts-panel.tsx'
import styles from './controls.module.css'
import { Decide } from './decide.tsx'
import {
  decisionBadge,
  isUnfounded,
  nameOf,
  numberOf,
  outcomes,
  reasonKinds,
  relations,
  type RowDetail,
  rowPath,
  states,
  type Statement,
  statementPath,
  statuses,
} from './words.ts'

/** One row: the decision, and beside it the risks that name it, what is applied and what touches it elsewhere. */
export default function RowPage() {
  const [id, rowId] = [useParameter('id'), useParameter('row')]
  const { data: statement, error } = useRecord<Statement>(`/statements-of-applicability/${id}`)
  const { data: row, error: missing } = useRecord<RowDetail>(`/statements-of-applicability/${id}/rows/${rowId}`)
  const failed = error ?? missing
  if (failed) throw failed
  if (!statement || !row) return null
  const status = statement.approval ? row.approvedStatus : row.status
  return (
    <Page
      title={nameOf(row.requirement)}
      kind={
        row.requirement.area ? `${row.requirement.area.ref} ${row.requirement.area.title}` : row.requirement.framework
      }
      crumbs={[
        { label: t('Statement of Applicability'), to: '/statements-of-applicability' },
        { label: t('Version {number}', { number: statement.number }), to: statementPath(id) },
      ]}
      state={<StateBadge {...decisionBadge(row)} />}
      lead={row.intent}
      aside={<Beside row={row} />}
    >
      {row.decision !== row.standing && (
        <p className={styles.notice}>
          {t('It was excluded, and an open risk names it now, so the exclusion does not stand. Decide again.')}
        </p>
      )}
      {isUnfounded(row) && (
        <p className={styles.notice}>
          {t('None of its reasons stands any more: the risk was closed, or the obligation withdrawn. Decide again.')}
        </p>
      )}
      <Section title={t('Decision')}>
        <Reasons row={row} />
        {status && (
          <p className={styles.words}>
            {t('Status')}: <StateBadge {...statuses[status]} />
          </p>
        )}
        <Decide statement={statement} row={row} />
      </Section>
      <Applied row={row} />
      <Related row={row} />
      <Neighbours statement={statement} row={rowId} />
    </Page>
  )
}

function Reasons({ row }: { row: RowDetail }) {
  const names = useNames(row.reasons.flatMap(({ ref }) => ref ?? []))
  if (row.decision === 'undecided') return <p className={styles.muted}>{t('Nobody has decided it yet.')}</p>
  if (row.decision === 'excluded') return <p className={styles.words}>{row.exclusion}</p>
  return (
    <ul className={styles.rows}>
      {row.reasons.map(({ kind, ref, words, holds }, place) => (
        <li key={`${place}:${words}`}>
          <div>
            <p className={styles.muted}>
              {reasonKinds[kind]}
              {ref && (
                <>
                  : <ReferenceLink reference={ref} names={names} />
                </>
              )}
              {!holds && (
                <>
                  {' '}
                  <StateBadge tone="caution" label={t('Stands no more')} />
                </>
              )}
            </p>
            <p className={styles.words}>{words}</p>
          </div>
        </li>
      ))}
    </ul>
  )
}

function Beside({ row: { risks, riskCount, requirement } }: { row: RowDetail }) {
  return (
    <>
      <Section title={t('Risks that name it')}>
        {risks.length === 0 && <p className={styles.muted}>{t('No open risk names it.')}</p>}
        <ul className={styles.rows}>
          {risks.map(({ ref, name }) => (
            <li key={ref}>
              <Link to={`/risks/${ref.slice('risk:'.length)}`}>{name}</Link>
            </li>
          ))}
        </ul>
        {riskCount > risks.length && (
          <p className={styles.muted}>
            {t('And {count, plural, one {# more} other {# more}}.', { count: riskCount - risks.length })}
          </p>
        )}
      </Section>
      <ImpactsPanel subject={`requirement:${requirement.key}`} />
    </>
  )
}

function Applied({ row: { controls, requirement } }: { row: RowDetail }) {
  return (
    <Section
      title={t('What is applied for it')}
      actions={
        <LinkButton to={`/controls/new?requirement=${encodeURIComponent(requirement.key)}`} permission="controls:edit">
          {t('Plan a control')}
        </LinkButton>
      }
    >
      {controls.length === 0 && (
        <p className={styles.muted}>{t('No control names it yet, so it is planned at most.')}</p>
      )}
      <ul className={styles.rows}>
        {controls.map(({ ref, name, state, owner, evidence, lastCheck }) => (
          <li key={ref}>
            <div>
              <Link to={`/controls/${ref.slice('applied-control:'.length)}`}>{name}</Link>
              <p className={styles.muted}>
                {[
                  owner ?? t('Nobody yet'),
                  t(
                    '{count, plural, =0 {no accepted evidence} one {# piece of accepted evidence} other {# pieces of accepted evidence}}',
                    { count: evidence },
                  ),
                  lastCheck ? t('last check: {outcome}', { outcome: outcomes[lastCheck].label }) : t('not checked yet'),
                ].join(' · ')}
              </p>
            </div>
            <StateBadge {...states[state]} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Related({ row: { related } }: { row: RowDetail }) {
  if (related.length === 0) return null
  return (
    <Section
      title={t('Requirements of other frameworks that touch it')}
      lead={t('To look at, not to count: what overlaps is not covered by that.')}
    >
      <ul className={styles.rows}>
        {related.map(({ to, relation, basisText, controls }) => (
          <li key={to.key}>
            <div>
              {relations[relation]}{' '}
              <Link to={`/frameworks/${to.framework}/${encodeURIComponent(to.ref)}`}>{nameOf(to)}</Link>
              <p className={styles.muted}>{basisText}</p>
              {controls.length > 0 && (
                <p className={styles.muted}>
                  {t('Named by: {names}', { names: controls.map(({ name }) => name).join(', ') })}
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** From row to row without going back to the table. */
function Neighbours({ statement, row }: { statement: Statement; row: string }) {
  const place = statement.rows.findIndex(({ id }) => id === row)
  const [before, after] = [statement.rows[place - 1], statement.rows[place + 1]]
  return (
    <nav className={styles.between} aria-label={t('Other rows')}>
      {before ? (
        <Link to={rowPath(statement.id, before.id)}>{t('Before: {ref}', { ref: numberOf(before.requirement) })}</Link>
      ) : (
        <span />
      )}
      {after && (
        <Link to={rowPath(statement.id, after.id)}>{t('Next: {ref}', { ref: numberOf(after.requirement) })}</Link>
      )}
    </nav>
  )
}
