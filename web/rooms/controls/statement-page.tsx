import { t } from '../../messages/index.ts'
import { Activity } from '../../ui/activity.tsx'
import { useRecord } from '../../ui/api.ts'
import { showDate } from '../../ui/dates.ts'
import { Fact, Facts } from '../../ui/facts.tsx'
import { useParameter } from '../../ui/navigation.ts'
import { Page, Section } from '../../ui/page.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { activityPath } from '../audit-trail/activity-path.ts'
import { Comments } from '../comments/comments.tsx'
import { Download } from '../download.tsx'
import styles from './controls.module.css'
import { DifferencesSection } from './differences.tsx'
import { RowTable } from './row-table.tsx'
import { StatementMoves } from './statement-moves.tsx'
import { isUnfounded, type Statement, statementStates } from './words.ts'

/** A version: its rows by area, what differs from the one before, its files. */
export default function StatementPage() {
  const id = useParameter('id')
  const { data: statement, error } = useRecord<Statement>(`/statements-of-applicability/${id}`)
  if (error) throw error
  if (!statement) return null
  const { number, state, summary } = statement
  return (
    <Page
      title={t('Statement of Applicability, version {number}', { number })}
      crumbs={[{ label: t('Statement of Applicability'), to: '/statements-of-applicability' }]}
      state={<StateBadge {...statementStates[state]} />}
      lead={summary}
      actions={<StatementMoves statement={statement} />}
    >
      <Notice statement={statement} />
      <div className={styles.about}>
        <About statement={statement} />
      </div>
      <RowTable statement={statement} />
      <DifferencesSection statement={statement} />
      <Comments about={`statement-of-applicability:${id}`} />
      <Section title={t('Activity')}>
        <Activity path={activityPath('statement-of-applicability', id)} />
      </Section>
    </Page>
  )
}

function Notice({ statement: { rows, state, supersededOn } }: { statement: Statement }) {
  if (state === 'superseded' && supersededOn)
    return (
      <p className={styles.notice}>{t('Superseded on {day}. Kept as a record.', { day: showDate(supersededOn) })}</p>
    )
  const overtaken = rows.filter(({ decision, standing }) => decision !== standing)
  const unfounded = rows.filter(isUnfounded)
  return (
    <>
      {overtaken.length > 0 && (
        <p className={styles.notice}>
          {t(
            '{count, plural, one {# exclusion does} other {# exclusions do}} not stand any more: an open risk names it. Decide again: {refs}.',
            { count: overtaken.length, refs: overtaken.map(({ requirement }) => requirement.ref).join(', ') },
          )}
        </p>
      )}
      {unfounded.length > 0 && (
        <p className={styles.notice}>
          {t(
            '{count, plural, one {# inclusion rests} other {# inclusions rest}} on nothing that stands any more: the risk was closed, or the obligation withdrawn. Decide again: {refs}.',
            { count: unfounded.length, refs: unfounded.map(({ requirement }) => requirement.ref).join(', ') },
          )}
        </p>
      )}
    </>
  )
}

const formats = ['pdf', 'docx', 'xlsx', 'csv'] as const

function About({ statement: { id, authors, approval, files, rows } }: { statement: Statement }) {
  const stand = (wanted: string) => rows.filter(({ standing }) => standing === wanted).length
  // a version that an earlier release approved gets the formats that came later within the hour
  const offered = approval ? files.map(({ format }) => format) : formats
  return (
    <Facts>
      <Fact label={t('Rows')}>
        {t('{included, number} included, {excluded, number} excluded, {undecided, number} not decided', {
          included: stand('included'),
          excluded: stand('excluded'),
          undecided: stand('undecided'),
        })}
      </Fact>
      <Fact label={t('Written by')}>{authors.map(({ name }) => name).join(', ')}</Fact>
      {approval && (
        <Fact label={t('Approved by')}>
          {t('{name} on {day}', { name: approval.by.name, day: showDate(approval.on) })}
          {approval.alone && ` (${t('nobody else could approve it')})`}
          {approval.note && `: ${approval.note}`}
        </Fact>
      )}
      <Fact label={t('Files')}>
        {offered.length > 0 ? (
          <span className={styles.files}>
            {offered.map((format) => (
              <Download key={format} to={`/api/v1/statements-of-applicability/${id}/${format}`}>
                {t('Download {format}', { format: format.toUpperCase() })}
              </Download>
            ))}
          </span>
        ) : (
          t('They are being made. Open this page again in a moment.')
        )}
      </Fact>
      {files.map(
        ({ format, sha256 }) =>
          format === 'pdf' && (
            <Fact key={format} label={t('Hash of the PDF')}>
              <code className={styles.hash}>SHA-256 {sha256}</code>
            </Fact>
          ),
      )}
    </Facts>
  )
}
