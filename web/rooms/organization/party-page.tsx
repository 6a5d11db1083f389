import { t } from '../../messages/index.ts'
import { Activity } from '../../ui/activity.tsx'
import { useRecord } from '../../ui/api.ts'
import { useParameter } from '../../ui/navigation.ts'
import { Page, Section } from '../../ui/page.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { Comments } from '../comments/comments.tsx'
import { DialogButton } from '../dialog-button.tsx'
import { ClauseNotes } from '../frameworks/clause-note.tsx'
import { activityPath } from '../audit-trail/activity-path.ts'
import styles from './organization.module.css'
import { PartyForm } from './party-form.tsx'
import { RequirementForm } from './requirement-form.tsx'
import { Withdrawal, WithdrawnBecause } from './withdrawal.tsx'
import { bases, decisions, partyKinds, states, type PartyView, type RequirementView } from './words.ts'

export default function PartyPage() {
  const id = useParameter('id')
  const { data: party, error } = useRecord<PartyView>(`/interested-parties/${id}`)
  if (error) return <ProblemAlert error={error} />
  if (!party) return null
  return (
    <Page
      title={party.name}
      kind={t('Interested party: {kind}', { kind: partyKinds[party.kind] })}
      crumbs={[{ label: t('Interested parties'), to: '/interested-parties' }]}
      state={<StateBadge {...states[party.state]} />}
      actions={
        <>
          {party.state === 'current' && (
            <DialogButton
              permission="context:edit"
              title={t('Edit this party')}
              content={(close) => <PartyForm party={party} onSaved={close} />}
            >
              {t('Edit')}
            </DialogButton>
          )}
          <Withdrawal path={`/interested-parties/${id}`} state={party.state} title={t('Withdraw this party')} />
        </>
      }
      aside={<ClauseNotes refs={['4.2']} />}
    >
      <WithdrawnBecause reason={party.reason} />
      <Section
        title={t('What they require')}
        lead={t(
          'Decide for each requirement whether the management system takes it on; one that is not taken on needs a reason.',
        )}
        actions={
          <DialogButton
            look="primary"
            permission="context:edit"
            title={t('Record a requirement')}
            content={(close) => <RequirementForm party={id} close={close} />}
          >
            {t('Record a requirement')}
          </DialogButton>
        }
      >
        {party.requirements.length === 0 ? (
          <p className={styles.muted}>{t('No requirement is recorded yet.')}</p>
        ) : (
          <ul className={styles.rows}>
            {party.requirements.map((requirement) => (
              <Requirement key={requirement.id} party={id} requirement={requirement} />
            ))}
          </ul>
        )}
      </Section>
      <Comments about={`interested-party:${id}`} />
      <Section title={t('Activity')}>
        <Activity path={activityPath('interested-party', id)} />
      </Section>
    </Page>
  )
}

function Requirement({ party, requirement }: { party: string; requirement: RequirementView }) {
  const { decision, basis, statement, reason } = requirement
  return (
    <li>
      <p>{statement}</p>
      {reason && <p className={styles.muted}>{t('Reason: {reason}', { reason })}</p>}
      <div className={styles.rowFoot}>
        <StateBadge {...decisions[decision]} />
        <span className={styles.muted}>{bases[basis]}</span>
        <DialogButton
          look="quiet"
          permission="context:edit"
          title={t('Edit or decide')}
          content={(close) => <RequirementForm party={party} requirement={requirement} close={close} />}
        >
          {decision === 'undecided' ? t('Decide') : t('Edit')}
        </DialogButton>
      </div>
    </li>
  )
}
