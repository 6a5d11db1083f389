import { t } from '../../messages/index.ts'
import { api } from '../../ui/api.ts'
import { DialogButton } from '../dialog-button.tsx'
import { ReasonButton } from '../reason-button.tsx'
import { AcceptForm } from './accept-form.tsx'
import { CheckForm } from './check-form.tsx'
import { RateForm } from './rate-form.tsx'
import { ReopenForm } from './reopen-form.tsx'
import { RiskForm } from './risk-form.tsx'
import { TreatForm } from './treat-form.tsx'
import type { Criteria, RiskDetail } from './words.ts'

type MovesProps = { risk: RiskDetail; criteria: Criteria | null }

/** What can be done with a risk in its state; the next step stands first. */
export function RiskMoves({ risk, criteria }: MovesProps) {
  const { id, state } = risk
  const open = state !== 'closed'
  const noCriteria = criteria ? undefined : t('No risk criteria are approved yet: criteria come before ratings.')
  const noOwner =
    risk.owner === null ? t('Name the owner of the risk first: whoever answers for it accepts it.') : undefined
  const again = risk.earlierCriteria ? t('Rate the risk under the criteria in force first.') : undefined
  return (
    <>
      {state === 'treated' && (
        <DialogButton
          look="primary"
          permission="risks:accept"
          cannot={noCriteria ?? again ?? noOwner}
          title={t('Accept what is left')}
          content={(close) => <AcceptForm risk={risk} criteria={criteria} close={close} />}
        >
          {t('Accept what is left')}
        </DialogButton>
      )}
      {state === 'analysed' && risk.treatment !== null && (
        <DialogButton
          look="primary"
          permission="risks:rate"
          cannot={noCriteria ?? again}
          title={t('Rate what is left')}
          content={(close) => criteria && <RateForm risk={risk} criteria={criteria} kind="residual" close={close} />}
        >
          {t('Rate what is left')}
        </DialogButton>
      )}
      {(state === 'analysed' || state === 'treated') && (
        <DialogButton
          look={state === 'analysed' && risk.treatment === null ? 'primary' : 'default'}
          permission="risks:edit"
          title={t('Decide the treatment')}
          content={(close) => <TreatForm risk={risk} close={close} />}
        >
          {t('Decide treatment')}
        </DialogButton>
      )}
      {open && (
        <DialogButton
          look={state === 'identified' ? 'primary' : 'default'}
          permission="risks:rate"
          cannot={noCriteria}
          title={t('Rate the risk without further treatment')}
          content={(close) => criteria && <RateForm risk={risk} criteria={criteria} kind="inherent" close={close} />}
        >
          {risk.inherent ? t('Rate again') : t('Rate')}
        </DialogButton>
      )}
      {(state === 'treated' || state === 'accepted') && (
        <DialogButton
          permission="risks:edit"
          cannot={risk.openActions > 0 ? t('Finish or cancel its actions first.') : undefined}
          title={t('Judge whether the treatment works')}
          content={(close) => <CheckForm risk={risk} close={close} />}
        >
          {t('Check effect')}
        </DialogButton>
      )}
      {open && (
        <DialogButton
          permission="risks:edit"
          title={t('Edit this risk')}
          content={(close) => <RiskForm risk={risk} onSaved={close} />}
        >
          {t('Edit')}
        </DialogButton>
      )}
      {state === 'accepted' && (
        <ReasonButton
          id={`risk:${id}:withdraw`}
          look="quiet"
          permission="risks:accept"
          title={t('Withdraw the acceptance')}
          help={t('What is left stays rated and waits for acceptance again.')}
          verb={t('Withdraw acceptance')}
          write={(reason) => api.post(`/risks/${id}/withdraw-acceptance`, { reason })}
          done={() => t('Acceptance withdrawn')}
        >
          {t('Withdraw acceptance')}
        </ReasonButton>
      )}
      {state !== 'identified' && (
        <DialogButton
          look="quiet"
          permission="risks:edit"
          title={t('Open this risk again')}
          content={(close) => <ReopenForm risk={risk} close={close} />}
        >
          {t('Open again')}
        </DialogButton>
      )}
      {open && (
        <ReasonButton
          id={`risk:${id}:close`}
          look="quiet"
          permission="risks:edit"
          title={t('Close this risk')}
          help={t('Why it is none any more. It stays to be seen and can be opened again.')}
          verb={t('Close risk')}
          write={(reason) => api.post(`/risks/${id}/close`, { reason })}
          done={() => ({
            message: t('Risk closed'),
            undo: () => api.post(`/risks/${id}/take-back-closing`),
          })}
        >
          {t('Close')}
        </ReasonButton>
      )}
    </>
  )
}
