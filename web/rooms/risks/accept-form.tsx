import { t } from '../../messages/index.ts'
import { api } from '../../ui/api.ts'
import { DateField, Form, TextareaField, useForm } from '../../ui/form.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { LossLeft } from './figures/loss-left.tsx'
import styles from './risks.module.css'
import { type Criteria, levels, levelText, type RiskDetail } from './words.ts'

type Values = { expiresOn: string; note: string }

/** A named person accepts what is left until a day. */
export function AcceptForm({
  risk,
  criteria,
  close,
}: {
  risk: RiskDetail
  criteria: Criteria | null
  close: () => void
}) {
  const form = useForm<Values>({
    id: `risk:${risk.id}:accept`,
    initial: { expiresOn: '', note: '' },
    check: ({ expiresOn }) => (expiresOn === '' ? { expiresOn: t('Say until when it is accepted.') } : {}),
    save: (values) => api.post(`/risks/${risk.id}/accept`, values),
    done: () => ({
      message: t('Accepted'),
      undo: () => api.post(`/risks/${risk.id}/withdraw-acceptance`, { reason: t('Accepted by mistake') }),
    }),
    onSaved: close,
  })
  return (
    <>
      <p>{risk.level && <StateBadge tone={levels[risk.level].tone} label={levelText(risk)} />}</p>
      <LossLeft risk={risk.id} />
      {risk.level === 'not-acceptable' && (
        <p className={styles.notice}>
          {t('This lies above the appetite: only designated management may accept it, and the record will say so.')}
        </p>
      )}
      <Form form={form} submit={t('Accept')} permission="risks:accept">
        <DateField
          form={form}
          name="expiresOn"
          label={t('Until')}
          help={
            criteria &&
            t('At most {months, plural, one {one month} other {# months}} from today by the criteria.', {
              months: criteria.definition.acceptanceMonths,
            })
          }
          required
        />
        <TextareaField form={form} name="note" label={t('Note')} help={t('What you weighed.')} />
      </Form>
    </>
  )
}
