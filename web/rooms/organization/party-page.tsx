import { t } from '../../messages/index.ts'
import { Activity } from '../../ui/activity.tsx'
import { useRecord } from '../../ui/api.ts'
import { useParameter } from '../../ui/navigation.ts'
import { Page, Section } from '../../ui/page.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { Comments } from '../comments/comments.tsx'
import { DialogButton } from '../dialog-button.tsx'
import { ClauseNotes } from '../frameworks/clause-note.tsx'
import { activityPath } from '../audit-trail/activity-path.ts'
import styles from './organization.module.css'
import { PartyForm } from './party-form.tsx'
import { RequirementForm } from './requirement-form.tsx'
import { Requirement } from './requirement.tsx'
import { Withdrawal, WithdrawnBecause } from './withdrawal.tsx'
import { partyKinds, states, type PartyView } from './words.ts'

export default function PartyPage() {
  const id = useParameter('id')
  const { data: party, error } = useRecord<PartyView>(`/interested-parties/${id}`)
  if (error) throw error
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
          'Decide of each whether the management system takes it on; what it takes on is carried over into the register of obligations or of risks.',
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
              <Requirement key={requirement.id} party={party} requirement={requirement} />
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
