import {
  type AnswerName,
  headsOf,
  unanswered,
  type ViewName,
  views,
} from '@assay/server/rooms/impact-assessments/model.ts'
import { t } from '../../messages/index.ts'
import { useRecord } from '../../ui/api.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { Fact } from '../../ui/facts.tsx'
import { Link } from '../../ui/link.tsx'
import { useParameter } from '../../ui/navigation.ts'
import { Section } from '../../ui/page.tsx'
import { Record } from '../../ui/record.tsx'
import { ReferenceLink } from '../../ui/reference-link.tsx'
import { useNames } from '../../ui/references.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { activityPath } from '../audit-trail/activity-path.ts'
import { Comments } from '../comments/comments.tsx'
import { AnswerView } from './answer-view.tsx'
import { Download } from '../download.tsx'
import { BearsOn } from './bears-on.tsx'
import { callNote } from './call-note.ts'
import styles from './impact.module.css'
import { Moves } from './moves.tsx'
import { isSaid } from './said.ts'
import {
  answerLabels,
  type Assessment,
  callKinds,
  decisions,
  depthRules,
  depths,
  headLabels,
  occasions,
  states,
  viewNames,
} from './words.ts'

/** One assessment as it stands: the decision and who approved it, every answer, and which answers serve other assessments. */
export default function AssessmentPage() {
  const id = useParameter('id')
  const { data: it, error } = useRecord<Assessment>(`/impact-assessments/${id}`)
  if (error) throw error
  if (!it) return null
  return (
    <Record
      title={it.system.name}
      kind={t('Impact assessment, edition {edition}', { edition: it.edition })}
      crumbs={[{ label: t('Impact assessments'), to: '/impact-assessments' }]}
      state={<StateBadge {...states[it.state]} />}
      lead={it.withdrawnReason === null ? it.answers.summary : t('Withdrawn: {reason}', { reason: it.withdrawnReason })}
      actions={<Moves assessment={it} />}
      owner={it.authors.map(({ name }) => name).join(', ')}
      dates={[
        { label: t('Approved on'), value: it.approvedOn },
        { label: t('Looked at again by'), value: it.reviewDueOn },
      ]}
      facts={<MoreFacts assessment={it} />}
      activity={activityPath('impact-assessment', id)}
    >
      <Notes assessment={it} />
      <Tabs
        label={t('Parts of this record')}
        tabs={[
          { key: 'answers', label: t('Answers'), content: <Answers assessment={it} /> },
          { key: 'bears-on', label: t('Risks and controls'), content: <BearsOn assessment={it} /> },
          ...views.map((view) => ({
            key: view,
            label: viewNames[view],
            content: <ViewOf assessment={it} view={view} />,
          })),
        ]}
      />
      <Comments about={`impact-assessment:${id}`} />
    </Record>
  )
}

function MoreFacts({ assessment: it }: { assessment: Assessment }) {
  return (
    <>
      <Fact label={t('Decision')}>{it.decision && <StateBadge {...decisions[it.decision]} />}</Fact>
      {it.decision === 'go-with-conditions' && <Fact label={t('Open conditions')}>{String(it.openConditions)}</Fact>}
      <Fact label={t('Depth')}>{it.depth && depths[it.depth]}</Fact>
      <Fact label={t('Occasion')}>{occasions[it.occasion]}</Fact>
      <Fact label={t('Approved by')}>{it.approval?.by.name}</Fact>
      {it.keepUntil && (
        <Fact label={t('Kept at least until')}>
          <DateTime value={it.keepUntil} />
        </Fact>
      )}
      <Fact label={t('AI system')}>
        <Link to={`/ai-systems/${it.system.id}`}>{it.system.name}</Link>
      </Fact>
      {it.editions.length > 1 && (
        <Fact label={t('Editions')}>
          <ul className={styles.inline}>
            {it.editions.map(({ id, edition, state }) => (
              <li key={id}>
                <Link to={`/impact-assessments/${id}`}>{`${edition} (${states[state].label})`}</Link>
              </li>
            ))}
          </ul>
        </Fact>
      )}
    </>
  )
}

/** What asks for something: why it is to be looked at again, why it came back, what is still open. */
function Notes({ assessment: it }: { assessment: Assessment }) {
  const names = useNames(it.calls.flatMap(({ cause }) => cause ?? []))
  return (
    <>
      {it.calls.length > 0 && (
        <div className={styles.note} role="note">
          <p>{t('It has to be looked at again. The decision holds meanwhile.')}</p>
          <ul>
            {it.calls.map(({ kind, note, on, cause }) => (
              <li key={`${kind} ${note} ${on} ${cause}`}>
                {callKinds[kind]}: {callNote({ kind, note, on, cause })} <DateTime value={on} />
                {cause && (
                  <>
                    {' · '}
                    <ReferenceLink reference={cause} names={names} />
                  </>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
      {it.returnedNote !== '' && (
        <div className={styles.note} role="note">
          <p>{t('Given back: {note}', { note: it.returnedNote })}</p>
        </div>
      )}
      {it.missing.length > 0 && (
        <div className={styles.note} role="note">
          <p>
            {t('{count, plural, one {One answer is} other {# answers are}} still missing.', {
              count: it.missing.length,
            })}
          </p>
          <Link to={`/impact-assessments/${it.id}/write`}>{t('Go on writing')}</Link>
        </div>
      )}
    </>
  )
}

const order: AnswerName[] = [
  'decisionReason',
  'screening',
  'context',
  'period',
  'necessity',
  'oversight',
  'misuse',
  'failure',
  'affected',
  'impacts',
  'hitMost',
  'society',
  'consulted',
  'notConsulted',
  'measures',
  'remedies',
  'remaining',
  'facts',
  'publication',
]

type FileKind = 'assessment' | ViewName

/** The part that is looked at as a file to take along. */
function Files({ id, kind }: { id: string; kind: FileKind }) {
  const path = `/api/v1/impact-assessments/${id}/files/${kind}`
  return (
    <div className={styles.files}>
      <Download to={`${path}/pdf`}>{t('Print as PDF')}</Download>
      <Download to={`${path}/docx`}>{t('Print as DOCX')}</Download>
    </div>
  )
}

function Answers({ assessment }: { assessment: Assessment }) {
  const said = order.filter((name) => isSaid(assessment, name))
  return (
    <>
      <p className={styles.lead}>{depthRules[assessment.depthRule]}</p>
      {said.map((name) => (
        <Section key={name} title={answerLabels[name]}>
          <AnswerView assessment={assessment} name={name} />
        </Section>
      ))}
      <Files id={assessment.id} kind="assessment" />
    </>
  )
}

function ViewOf({ assessment, view }: { assessment: Assessment; view: ViewName }) {
  const open = unanswered(view, (name) => isSaid(assessment, name))
  return (
    <>
      <p className={styles.lead}>
        {t(
          'The answers given here, under the heads of another assessment. Whether the law asks for it, and whether this is enough, Assay does not say.',
        )}
      </p>
      {headsOf[view].map(({ id, answers }) => (
        <Section key={id} title={headLabels[id] ?? id}>
          {open.includes(id) && <StateBadge tone="missing" label={t('Nothing answered yet')} />}
          {answers
            .filter((name) => isSaid(assessment, name))
            .map((name) => (
              <div key={name}>
                {answerLabels[name] !== headLabels[id] && <h3 className={styles.head}>{answerLabels[name]}</h3>}
                <AnswerView assessment={assessment} name={name} />
              </div>
            ))}
        </Section>
      ))}
      <Files id={assessment.id} kind={view} />
    </>
  )
}
