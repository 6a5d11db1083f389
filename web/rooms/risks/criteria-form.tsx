import { problemsOf } from '@assay/server/rooms/risks/model.ts'
import { t } from '../../messages/index.ts'
import { api } from '../../ui/api.ts'
import { FieldGroup, Form, SelectField, TextareaField, TextField, useForm } from '../../ui/form.tsx'
import { useGo } from '../../ui/navigation.ts'
import { Section } from '../../ui/page.tsx'
import {
  definitionOf,
  emptySteps,
  mostSteps,
  parts,
  toleranceField,
  toleranceProblems,
  toleranceRows,
  type Values,
  valuesOf,
} from './criteria-values.ts'
import { Matrix } from './matrix.tsx'
import styles from './risks.module.css'
import type { Criteria } from './words.ts'

type CriteriaFormProps = { from: Pick<Criteria, 'appetite' | 'definition'>; draft: Criteria | null }

const stepOptions = ['3', '4', '5', '6'].map((value) => ({ value, label: value }))
const partLabels = {
  name: t('Name'),
  organization: t('For the organisation'),
  individuals: t('For people'),
  society: t('For groups and society'),
}

/** Scales, bounds and appetite, with the matrix that follows from them as they are typed. */
export function CriteriaForm({ from, draft }: CriteriaFormProps) {
  const go = useGo()
  const form = useForm<Values>({
    id: `risk-criteria:${draft?.id ?? 'new'}`,
    initial: valuesOf(from.appetite, from.definition),
    ...(draft && { version: draft.version }),
    check: (values) => ({
      ...(values['appetite']?.trim() === '' && { appetite: t('Say in your words which risk you take and which not.') }),
      ...Object.fromEntries(emptySteps(values).map((name) => [name, t('Give this step its words.')])),
      ...Object.fromEntries(
        Object.entries(toleranceProblems(values)).map(([name, problem]) => [name, toleranceWords[problem]]),
      ),
      ...Object.fromEntries(
        problemsOf(definitionOf(values)).map(({ path }) => [fieldOf(path), wordsOf(fieldOf(path))]),
      ),
    }),
    save: (values, { version }) => {
      const body = { appetite: values['appetite'] ?? '', definition: definitionOf(values) }
      return draft ? api.patch(`/risk-criteria/${draft.id}`, body, { version }) : api.post('/risk-criteria', body)
    },
    current: async () => {
      const now = await api.get<Criteria>(`/risk-criteria/${draft?.id}`)
      return { values: valuesOf(now.appetite, now.definition), version: now.version }
    },
    done: () => t('Draft saved; another person approves it'),
    onSaved: () => go('/risk-criteria'),
  })
  const definition = definitionOf(form.values)
  return (
    <Form form={form} submit={t('Save draft')} permission="risks:set-criteria" cancel="/risk-criteria">
      <TextareaField
        form={form}
        name="appetite"
        label={t('Appetite')}
        help={t('In your words: which risk you take for what, and which not.')}
        rows={4}
        required
      />
      <FieldGroup legend={t('Bounds')} help={t('On the product of likelihood and the gravest consequence.')}>
        <NumberText form={form} name="acceptableUpTo" label={t('Acceptable up to')} />
        <NumberText form={form} name="tolerableUpTo" label={t('Tolerable with treatment up to')} />
        <NumberText form={form} name="reviewMonths" label={t('A rating is good for (months)')} />
        <NumberText form={form} name="acceptanceMonths" label={t('An acceptance lasts at most (months)')} />
      </FieldGroup>
      <FieldGroup
        legend={t('Losses that are tolerated')}
        help={t(
          'Optional, for risks in figures: how likely a year may lose more than an amount, all risks together. Greater losses with smaller chances. Leave rows empty that you do not need.',
        )}
      >
        <TextField
          form={form}
          name="tolerance.currency"
          label={t('Currency')}
          help={t('Three letters, such as EUR.')}
        />
        {toleranceRows.map((index) => (
          <div key={index} className={styles.step}>
            <TextField
              form={form}
              name={toleranceField(index, 'chance')}
              label={t('At most so many years in a hundred ({row})', { row: index + 1 })}
            />
            <TextField
              form={form}
              name={toleranceField(index, 'loss')}
              label={t('lose more than ({row})', { row: index + 1 })}
            />
          </div>
        ))}
      </FieldGroup>
      <Section title={t('Preview')}>
        <Matrix definition={definition} caption={t('The matrix as these criteria make it')} />
      </Section>
      <FieldGroup legend={t('Likelihood')}>
        <SelectField
          form={form}
          name="likelihoodSteps"
          label={t('Steps of likelihood')}
          options={stepOptions}
          required
        />
        {definition.likelihood.slice(0, mostSteps).map((_, index) => (
          <div key={index} className={styles.step}>
            <TextField
              form={form}
              name={`likelihood.${index}.name`}
              label={t('Likelihood {step}, name', { step: index + 1 })}
              required
            />
            <TextareaField
              form={form}
              name={`likelihood.${index}.meaning`}
              label={t('Likelihood {step}, meaning', { step: index + 1 })}
              rows={2}
              required
            />
          </div>
        ))}
      </FieldGroup>
      <FieldGroup legend={t('Consequence')}>
        <SelectField
          form={form}
          name="consequenceSteps"
          label={t('Steps of consequence')}
          options={stepOptions}
          required
        />
        {definition.consequence.slice(0, mostSteps).map((_, index) => (
          <div key={index} className={styles.step}>
            {parts.map((part) => (
              <TextareaField
                key={part}
                form={form}
                name={`consequence.${index}.${part}`}
                label={t('Consequence {step}: {part}', { step: index + 1, part: partLabels[part] })}
                rows={part === 'name' ? 1 : 2}
                required
              />
            ))}
          </div>
        ))}
      </FieldGroup>
    </Form>
  )
}

const problemWords: Record<string, string> = {
  acceptableUpTo: t('Must be below the bound of what is tolerable.'),
  tolerableUpTo: t('Must be below the highest product, or nothing would ever be refused.'),
  likelihoodSteps: t('Two steps have the same name.'),
  consequenceSteps: t('Two steps have the same name.'),
}

const toleranceWords = {
  both: t('Give both the chance and the loss, or leave both empty.'),
  number: t('Give a number above 0; a chance is below 100.'),
  currency: t('Three letters, such as EUR.'),
}

function wordsOf(field: string): string {
  if (field.endsWith('.loss')) return t('Must be above the loss in the row before.')
  if (field.endsWith('.chance')) return t('Must be below the chance in the row before.')
  return problemWords[field] ?? ''
}

/** The form's field that a problem of the rules is about. */
function fieldOf(path: string): string {
  const name = path.replace('definition.', '')
  return name === 'likelihood' || name === 'consequence' ? `${name}Steps` : name
}

function NumberText({ form, name, label }: { form: ReturnType<typeof useForm<Values>>; name: string; label: string }) {
  return (
    <SelectField
      form={form}
      name={name}
      label={label}
      options={Array.from({ length: 36 }, (_, index) => ({ value: String(index + 1), label: String(index + 1) }))}
      required
    />
  )
}
