import { t } from '../../messages/index.ts'
import { useRecord } from '../../ui/api.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { levelLabels } from '../../ui/level-chart.tsx'
import { Link } from '../../ui/link.tsx'
import { Linked } from '../../ui/linked.tsx'
import { useParameter } from '../../ui/navigation.ts'
import { Page, Section } from '../../ui/page.tsx'
import { addressOf } from '../../ui/references.ts'
import { Comments } from '../comments/comments.tsx'
import { EvidencePanel } from '../evidence/evidence-panel.tsx'
import { requirementPath } from '../frameworks/clause-note.tsx'
import { disagreements, findingSubject, type Finding, type RequirementFinding } from './finding.ts'
import styles from './finding-page.module.css'
import { Levels } from './levels.tsx'
import { placeOf } from './places.ts'
import { Reasons } from './reasons.tsx'
import { LevelWord, Standing } from './standing.tsx'

/** One clause or control: what is proven, why, what to do next, and what people declare about it. */
export default function FindingPage() {
  const ref = useParameter('ref')
  const { data, error } = useRecord<RequirementFinding>(`/readiness/${ref}`)
  if (error) throw error
  if (!data) return null
  const { finding, intent, interval, moves } = data
  return (
    <Page
      title={`${finding.ref} ${finding.title}`}
      kind={finding.kind === 'control' ? t('Control of Annex A') : t('Clause')}
      crumbs={[{ label: t('Readiness'), to: '/readiness' }]}
      state={<Standing finding={finding} />}
      lead={intent}
      aside={<Aside finding={finding} records={data.records} />}
    >
      {finding.next && (
        <Section title={t('What to do next')}>
          <p className={styles.next}>{t(finding.next)}</p>
        </Section>
      )}
      <Section title={t('Why it stands here')}>
        <Reasons reasons={finding.reasons} />
      </Section>
      <Section title={t('What is declared')}>
        <Declared finding={finding} />
      </Section>
      <EvidencePanel subject={findingSubject(finding.ref)} />
      <Section title={t('Its levels and what proves each')}>
        <Levels steps={data.steps} />
        {interval && (
          <p className={styles.interval}>
            {t('Looked at again every {months, plural, one {month} other {# months}}, and after: {triggers}.', {
              months: interval.months,
              triggers: interval.triggers.join(', '),
            })}
          </p>
        )}
      </Section>
      {moves.length > 0 && (
        <Section title={t('How it has moved')}>
          <ol className={styles.moves}>
            {moves.toReversed().map(({ day, standing }) => (
              <li key={day}>
                <DateTime value={day} /> <LevelWord level={standing} />
              </li>
            ))}
          </ol>
        </Section>
      )}
      <Comments about={findingSubject(finding.ref)} />
    </Page>
  )
}

function Declared({ finding: { declared, disagreement } }: { finding: Finding }) {
  if (!declared) {
    return (
      <p>
        {t('Nobody has answered this in the interview yet.')} <Link to="/gap-assessments">{t('Gap assessments')}</Link>
      </p>
    )
  }
  const to = addressOf(declared.ref)
  return (
    <div className={styles.declared}>
      <p>
        <strong>{levelLabels[declared.level]}</strong> {t('declared by {by}', { by: declared.by })} ·{' '}
        <DateTime value={declared.on} /> {to && <Link to={to}>{t('Open the assessment')}</Link>}
      </p>
      <blockquote>{declared.note}</blockquote>
      {disagreement && <p className={styles.disagreement}>{disagreements[disagreement]}.</p>}
    </div>
  )
}

/** The records that the finding rests on, and where the requirement can be read. */
function Aside({ finding, records: kinds }: { finding: Finding; records: RequirementFinding['records'] }) {
  const cited = new Map(finding.reasons.flatMap(({ cites }) => cites).map(({ ref, name }) => [ref, name]))
  const records = [...cited].flatMap(([ref, name]) => {
    const to = addressOf(ref)
    return to ? [{ label: name, to }] : []
  })
  const requirement = {
    label: t('{ref} in our words, with its mappings', { ref: finding.ref }),
    to: requirementPath(finding.framework, finding.ref),
  }
  return (
    <Linked
      groups={[
        { label: t('Where it is done'), items: kinds.map((kind) => placeOf(kind, finding.key)) },
        { label: t('Rests on'), items: records },
        { label: t('Requirement'), items: [requirement] },
      ]}
    />
  )
}
