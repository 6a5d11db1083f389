import { levelOf, scoreOf } from '@assay/server/rooms/risks/model.ts'
import { t } from '../../messages/index.ts'
import { api } from '../../ui/api.ts'
import { Form, SelectField, TextareaField, useForm } from '../../ui/form.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { type Criteria, levels, levelText, type RiskDetail } from './words.ts'

type Values = { likelihood: string; organization: string; individuals: string; society: string; rationale: string }
const places = ['likelihood', 'organization', 'individuals', 'society'] as const
type RateFormProps = { risk: RiskDetail; criteria: Criteria; kind: 'inherent' | 'residual'; close: () => void }

/** Places a risk on the scales in force; the level that follows is shown before anything is saved. */
export function RateForm({ risk, criteria, kind, close }: RateFormProps) {
  const { likelihood, consequence } = criteria.definition
  const form = useForm<Values>({
    id: `risk:${risk.id}:${kind}`,
    initial: { likelihood: '', organization: '', individuals: '', society: '', rationale: '' },
    check: (values) => ({
      ...Object.fromEntries(places.filter((name) => values[name] === '').map((name) => [name, t('Choose a step.')])),
      ...(values.rationale.trim() === '' && { rationale: t('Say what the rating rests on.') }),
    }),
    save: (values) =>
      api.post(`/risks/${risk.id}/${kind === 'inherent' ? 'rate' : 'rate-residual'}`, {
        ...placedBy(values),
        rationale: values.rationale,
      }),
    done: () => t('Rating recorded'),
    onSaved: close,
  })
  const placed = placedBy(form.values)
  const complete = places.every((name) => placed[name] > 0)
  const score = scoreOf(placed)
  const level = levelOf(score, criteria.definition)
  const stepsOf = (who: 'organization' | 'individuals' | 'society') =>
    consequence.map((step, index) => ({ value: String(index + 1), label: `${index + 1} ${step.name}: ${step[who]}` }))
  return (
    <Form form={form} submit={t('Record rating')} permission="risks:rate">
      <SelectField
        form={form}
        name="likelihood"
        label={t('Likelihood')}
        options={likelihood.map((step, index) => ({
          value: String(index + 1),
          label: `${index + 1} ${step.name}: ${step.meaning}`,
        }))}
        required
      />
      <SelectField
        form={form}
        name="organization"
        label={t('Consequence for the organisation')}
        options={stepsOf('organization')}
        required
      />
      <SelectField
        form={form}
        name="individuals"
        label={t('Consequence for people')}
        options={stepsOf('individuals')}
        required
      />
      <SelectField
        form={form}
        name="society"
        label={t('Consequence for groups and society')}
        options={stepsOf('society')}
        required
      />
      <TextareaField
        form={form}
        name="rationale"
        label={t('Why')}
        help={t('What the rating rests on, so that somebody else would come to the same.')}
        required
      />
      {complete && (
        <p role="status">
          <StateBadge tone={levels[level].tone} label={levelText({ level, score })} />
        </p>
      )}
    </Form>
  )
}

function placedBy(values: Values) {
  return {
    likelihood: Number(values.likelihood),
    organization: Number(values.organization),
    individuals: Number(values.individuals),
    society: Number(values.society),
  }
}
