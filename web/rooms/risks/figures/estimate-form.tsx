import { t } from '../../../messages/index.ts'
import { api } from '../../../ui/api.ts'
import {
  ChoiceField,
  FieldGroup,
  Form,
  type FormState,
  NumberField,
  TextareaField,
  TextField,
  useForm,
} from '../../../ui/form.tsx'
import { draftOf, problemsIn, type RangeName, shapeOf, type Values, valuesOf } from './estimate-values.ts'
import styles from './figures.module.css'
import type { Estimate, Measure, Stage } from './words.ts'

type EstimateFormProps = {
  risk: string
  measure: Measure
  stage: Stage
  standing: Estimate | undefined
  /** where to begin when nothing stands yet: after treatment, what stood before it */
  from: Estimate | undefined
  currency: string | null
  close: () => void
}

/** How often and how much, each as a range with what it rests on. */
export function EstimateForm({ risk, measure, stage, standing, from, currency, close }: EstimateFormProps) {
  const form = useForm<Values>({
    id: `risk:${risk}:estimate:${measure}:${stage}`,
    initial: standing ? valuesOf(standing, currency ?? 'EUR') : beginningOf(from, currency ?? 'EUR'),
    ...(standing && { version: standing.version }),
    check: (values) => problemsIn(values, measure),
    save: (values, { version }) =>
      api.put(`/risks/${risk}/estimates/${measure}/${stage}`, draftOf(values, measure, replacedBy(version))),
    done: () => t('Estimate recorded'),
    onSaved: close,
  })
  const chance = form.values.kind === 'chance'
  return (
    <Form form={form} submit={t('Record estimate')} permission="risks:rate">
      <p className={styles.muted}>
        {t(
          'Give ranges, not points. Begin with what would be absurdly low and absurdly high and draw the ends in until you would bet nine to one that the true number lies between. If you would sooner bet on drawing a white ball from nine white and one black, your range is too narrow.',
        )}
      </p>
      <FieldGroup legend={t('How often')}>
        <ChoiceField
          form={form}
          name="kind"
          label={t('It happens')}
          options={[
            { value: 'rate', label: t('so many times a year'), help: t('0.2 is once in five years.') },
            { value: 'chance', label: t('at most once a year, with a chance'), help: t('In per cent of years.') },
          ]}
          required
        />
        <RangeFields form={form} name="frequency.range" unit={chance ? t('per cent') : t('times a year')} />
        <TextareaField
          form={form}
          name="frequencyBasis"
          label={t('What this rests on')}
          help={t('Cases counted, reports of others, whose judgement: so that somebody else can look it up.')}
          rows={2}
          required
        />
      </FieldGroup>
      <FieldGroup legend={measure === 'money' ? t('What it costs each time') : t('How many people it harms each time')}>
        {measure === 'money' && (
          <TextField
            form={form}
            name="currency"
            label={t('Currency')}
            help={t('Three letters. All estimates here use the same.')}
            required
          />
        )}
        <RangeFields form={form} name="loss" unit={measure === 'money' ? form.values.currency : t('people')} />
        <TextareaField form={form} name="lossBasis" label={t('What the amount rests on')} rows={2} required />
      </FieldGroup>
    </Form>
  )
}

/** The ranges before treatment are where to begin after it; what they rest on is not what the new ones rest on. */
function beginningOf(from: Estimate | undefined, currency: string): Values {
  return { ...valuesOf(from, currency), frequencyBasis: '', lossBasis: '' }
}

function replacedBy(version: unknown): number | null {
  return typeof version === 'number' ? version : null
}

type RangeFieldsProps = { form: FormState<Values>; name: RangeName; unit: string }

function RangeFields({ form, name, unit }: RangeFieldsProps) {
  const pert = shapeOf(form.values, name) === 'pert'
  const fixed = name === 'frequency.range' && form.values.kind === 'chance'
  const each = name === 'loss' ? t('Loss each time') : t('Frequency')
  return (
    <>
      {!fixed && (
        <ChoiceField
          form={form}
          name={`${name}.shape`}
          label={name === 'loss' ? t('How sure of the amount') : t('How sure of the frequency')}
          options={[
            {
              value: 'lognormal',
              label: t('90 % range'),
              help: t('One in twenty lies below the low end, one in twenty above the high end, and some far above.'),
            },
            {
              value: 'pert',
              label: t('Least, likeliest and most'),
              help: t('Nothing lies outside of the ends; the likeliest counts four times.'),
            },
          ]}
          required
        />
      )}
      <div className={styles.row}>
        <NumberField
          form={form}
          name={`${name}.low`}
          label={`${each}: ${pert ? t('least') : t('low end')} (${unit})`}
          min={0}
          required
        />
        {pert && (
          <NumberField
            form={form}
            name={`${name}.likely`}
            label={`${each}: ${t('likeliest')} (${unit})`}
            min={0}
            required
          />
        )}
        <NumberField
          form={form}
          name={`${name}.high`}
          label={`${each}: ${pert ? t('most') : t('high end')} (${unit})`}
          min={0}
          required
        />
      </div>
    </>
  )
}
