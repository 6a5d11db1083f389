import { t } from '../../messages/index.ts'
import { api, useRecord } from '../../ui/api.ts'
import { FieldGroup, Form, NumberField, TextField, useForm } from '../../ui/form.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import type { BusinessCase } from './figures.tsx'

type Entered = BusinessCase['inputs']

/** The numbers that only the organisation knows. An open one stays open: no figure is made up for it. */
export function Inputs() {
  const { data, error } = useRecord<BusinessCase>('/business-case')
  if (error) return <ProblemAlert error={error} />
  return data ? <InputsForm key={data.version} inputs={data.inputs} version={data.version} /> : null
}

function InputsForm({ inputs, version }: { inputs: Entered; version: number }) {
  const form = useForm<Entered>({
    id: 'business-case',
    initial: asPercent(inputs),
    version,
    check: ({ currency }): { currency?: string } =>
      /^[A-Z]{3}$/.test(currency) ? {} : { currency: t('Give a code of three capital letters, such as EUR.') },
    save: (values, change) => api.patch('/business-case', asShare(values), { version: change.version }),
    current: async () => {
      const now = await api.get<BusinessCase>('/business-case')
      return { values: asPercent(now.inputs), version: now.version }
    },
    done: () => t('Business case saved'),
  })
  return (
    <Form form={form} submit={t('Save costs and hours')} permission="business-case:edit">
      <TextField form={form} name="currency" label={t('Currency')} help={t('Three letters, such as EUR.')} required />
      <NumberField
        form={form}
        name="monthsObserved"
        label={t('Months that the deals cover')}
        help={t('Turns what was lost into a yearly figure.')}
        min={1}
      />
      <FieldGroup legend={t('Answering questions today')}>
        <NumberField
          form={form}
          name="documentationHours"
          label={t('Hours a year')}
          help={t('Spent on questionnaires and documents made for one customer.')}
          min={0}
        />
        <NumberField form={form} name="hourlyCost" label={t('Cost of an hour')} min={0} />
      </FieldGroup>
      <FieldGroup legend={t('Certification')}>
        <NumberField
          form={form}
          name="firstYearCost"
          label={t('First year')}
          help={t('Stages 1 and 2 by the certification body, and help that you buy.')}
          min={0}
        />
        <NumberField
          form={form}
          name="laterYearsCost"
          label={t('Each later year')}
          help={t('Surveillance audits, in each of the two years that follow.')}
          min={0}
        />
        <NumberField form={form} name="ownHours" label={t('Own hours over three years')} min={0} />
        <NumberField
          form={form}
          name="expectedAvoidedShare"
          label={t('Share of losses that certification would avoid, in percent')}
          help={t('Your expectation. Without it the break-even share still says what it would have to be.')}
          min={0}
          max={100}
        />
      </FieldGroup>
    </Form>
  )
}

/** People think in percent; the API keeps a share of 1. */
function asPercent(inputs: Entered): Entered {
  const { expectedAvoidedShare: share } = inputs
  return { ...inputs, expectedAvoidedShare: share === null ? null : Math.round(share * 10_000) / 100 }
}

function asShare(values: Entered): Entered {
  const { expectedAvoidedShare: percent } = values
  return { ...values, expectedAvoidedShare: percent === null ? null : percent / 100 }
}
