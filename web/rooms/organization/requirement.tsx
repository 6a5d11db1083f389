import { t } from '../../messages/index.ts'
import { api, useWrite } from '../../ui/api.ts'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { ReferenceLink } from '../../ui/reference-link.tsx'
import { kindLabel, useNames } from '../../ui/references.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import { VerbButton } from '../../ui/verb-button.tsx'
import { DialogButton } from '../dialog-button.tsx'
import { CarryOver, NameRecordForm } from './carry-over.tsx'
import styles from './organization.module.css'
import { RequirementForm } from './requirement-form.tsx'
import { bases, decisions, type PartyView, type RequirementView } from './words.ts'

/** One requirement of a party: what is decided about it, and as what it stands in the registers. */
export function Requirement({ party, requirement }: { party: PartyView; requirement: RequirementView }) {
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
          content={(close) => <RequirementForm party={party.id} requirement={requirement} close={close} />}
        >
          {decision === 'undecided' ? t('Decide') : t('Edit')}
        </DialogButton>
      </div>
      {decision !== 'not-taken-on' && party.state === 'current' && <Standing requirement={requirement} />}
    </li>
  )
}

function Standing({ requirement }: { requirement: RequirementView }) {
  const { id, standsAs } = requirement
  const names = useNames(standsAs)
  const path = `/party-requirements/${id}/stands-as`
  const remove = useWrite({
    write: (subject: string) => api.post(`${path}/remove`, { subject }),
    done: (_done, subject) => ({ message: t('Taken out'), undo: () => api.post(path, { subject }) }),
  })
  return (
    <div className={styles.standing}>
      {standsAs.length === 0 ? (
        <p className={styles.muted}>{t('Stands in no register yet.')}</p>
      ) : (
        <ul className={styles.links} aria-label={t('Stands in the registers as')}>
          {standsAs.map((subject) => (
            <li key={subject}>
              <span className={styles.muted}>{kindLabel(subject)}</span>
              <ReferenceLink reference={subject} names={names} />
              <VerbButton
                look="quiet"
                size="sm"
                permission="context:edit"
                pending={remove.isPending}
                onClick={() => remove.mutate(subject)}
              >
                {t('Take out')}
              </VerbButton>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.rowFoot}>
        <CarryOver requirement={requirement} />
        <DialogButton
          look="quiet"
          permission="context:edit"
          title={t('Name what stands in a register already')}
          content={(close) => <NameRecordForm id={id} close={close} />}
        >
          {t('Name an existing record')}
        </DialogButton>
      </div>
      <ProblemAlert error={remove.error} />
    </div>
  )
}
