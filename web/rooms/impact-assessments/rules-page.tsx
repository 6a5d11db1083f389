import { t } from '../../messages/index.ts'
import { api, useRecord } from '../../ui/api.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { Form, NumberField, TextareaField, useForm } from '../../ui/form.tsx'
import { Page } from '../../ui/page.tsx'
import type { Rules } from './words.ts'
import styles from './impact.module.css'

/** How long results are kept (A.5.3), and how often they are looked at again. */
export default function RulesPage() {
  const { data, error } = useRecord<{ rules: Rules | null }>('/impact-rules')
  if (error) throw error
  if (!data) return null
  return (
    <Page
      title={t('Rules for impact assessments')}
      lead={t('How long and in what form results are kept, and how often each assessment is looked at again.')}
      crumbs={[{ label: t('Impact assessments'), to: '/impact-assessments' }]}
      width="text"
    >
      {data.rules && (
        <p className={styles.lead}>
          {t('Decided by {name}', { name: data.rules.by.name })} <DateTime value={data.rules.on} />
        </p>
      )}
      <RulesForm key={data.rules?.id ?? 'none'} rules={data.rules} />
    </Page>
  )
}

type Values = {
  retentionYears: number | null
  screenMonths: number | null
  fullMonths: number | null
  form: string
  basis: string
}

function RulesForm({ rules }: { rules: Rules | null }) {
  const form = useForm<Values>({
    id: 'impact-rules',
    initial: {
      retentionYears: rules?.retentionYears ?? null,
      screenMonths: rules?.screenMonths ?? 12,
      fullMonths: rules?.fullMonths ?? 12,
      form: rules?.form ?? '',
      basis: rules?.basis ?? '',
    },
    save: (values) => api.post('/impact-rules', values),
    done: () => t('Rules decided'),
  })
  return (
    <Form form={form} submit={t('Decide the rules')} permission="impact-assessments:set-rules">
      <NumberField
        form={form}
        name="retentionYears"
        label={t('Years to keep')}
        help={t('Counted from the day on which another edition takes its place.')}
        min={1}
        max={50}
        step={1}
        required
      />
      <NumberField
        form={form}
        name="screenMonths"
        label={t('Months until a screening is looked at again')}
        min={1}
        max={36}
        step={1}
        required
      />
      <NumberField
        form={form}
        name="fullMonths"
        label={t('Months until a full assessment is looked at again')}
        min={1}
        max={36}
        step={1}
        required
      />
      <TextareaField
        form={form}
        name="form"
        label={t('Form')}
        help={t('Where the result lies, and what it always names.')}
        required
      />
      <TextareaField
        form={form}
        name="basis"
        label={t('Why so long')}
        help={t('Law, contract, or your own reason.')}
        required
      />
    </Form>
  )
}
