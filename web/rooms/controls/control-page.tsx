import { t } from '../../messages/index.ts'
import { Activity } from '../../ui/activity.tsx'
import { useRecord } from '../../ui/api.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { Link } from '../../ui/link.tsx'
import { useParameter } from '../../ui/navigation.ts'
import { Page, Section } from '../../ui/page.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { activityPath } from '../audit-trail/activity-path.ts'
import { Comments } from '../comments/comments.tsx'
import { EvidencePanel } from '../evidence/evidence-panel.tsx'
import { Checks } from './checks.tsx'
import { ControlMoves } from './control-moves.tsx'
import styles from './controls.module.css'
import { badgeOf, type Control, nameOf, scopes } from './words.ts'

/** One applied control: how it runs, what it serves, how its working is checked, and what shows that it runs. */
export default function ControlPage() {
  const id = useParameter('id')
  const { data: control, error } = useRecord<Control>(`/controls/${id}`)
  if (error) throw error
  if (!control) return null
  return (
    <Page
      title={control.name}
      kind={control.reference === '' ? t('Control') : t('Control {reference}', { reference: control.reference })}
      crumbs={[{ label: t('Controls'), to: '/controls' }]}
      state={<StateBadge {...badgeOf(control)} />}
      width="text"
      actions={<ControlMoves control={control} />}
    >
      {control.state === 'retired' && (
        <p className={styles.notice}>{t('Retired: {reason}', { reason: control.retiredReason ?? '' })}</p>
      )}
      <Section title={t('How it runs')}>
        <Facts>
          <Fact label={t('How it runs')}>{control.how && <span className={styles.words}>{control.how}</span>}</Fact>
          <Fact label={t('Owner')}>{control.owner?.name}</Fact>
          <Fact label={t('Covers')}>
            {control.scope === 'organization'
              ? scopes.organization
              : control.systems.map(({ id: system, name }, place) => (
                  <span key={system}>
                    {place > 0 && ', '}
                    <Link to={`/ai-systems/${system}`}>{name}</Link>
                  </span>
                ))}
          </Fact>
          <Fact label={t('Running since')}>{control.runningSince && <DateTime value={control.runningSince} />}</Fact>
        </Facts>
      </Section>
      <Section title={t('What it serves')} lead={t('One control may serve many requirements of many frameworks.')}>
        {control.requirements.length === 0 && <p className={styles.muted}>{t('No requirement is named yet.')}</p>}
        <ul className={styles.rows}>
          {control.requirements.map((requirement) => (
            <li key={requirement.key}>
              <Link to={`/frameworks/${requirement.framework}/${encodeURIComponent(requirement.ref)}`}>
                {nameOf(requirement)}
              </Link>
            </li>
          ))}
        </ul>
      </Section>
      <Checks control={control} />
      <EvidencePanel
        subject={`applied-control:${id}`}
        lead={t('A requirement counts as implemented only where its controls have accepted evidence.')}
      />
      <Comments about={`applied-control:${id}`} />
      <Section title={t('Activity')}>
        <Activity path={activityPath('applied-control', id)} />
      </Section>
    </Page>
  )
}
