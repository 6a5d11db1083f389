import { t } from '../../messages/index.ts'
import { api } from '../../ui/api.ts'
import { ChoiceField, Form, SelectField, TextareaField, useForm } from '../../ui/form.tsx'
import { bases, decisions, optionsOf, type PartyView, type RequirementView } from './words.ts'

type Values = { statement: string; basis: string; decision: string; reason: string }
type RequirementFormProps = { party: string; requirement?: RequirementView; close: () => void }

const decisionOptions = Object.entries(decisions).map(([value, { label }]) => ({ value, label }))

/** What a party requires, on what basis, and whether it is taken on. */
export function RequirementForm({ party, requirement, close }: RequirementFormProps) {
  const form = useForm<Values>({
    id: `party-requirement:${requirement?.id ?? `${party}:new`}`,
    initial: requirement ? valuesOf(requirement) : { statement: '', basis: '', decision: 'undecided', reason: '' },
    ...(requirement && { version: requirement.version }),
    check: ({ statement, basis, decision, reason }) => ({
      ...(statement.trim() === '' && { statement: t('Say what is required.') }),
      ...(basis === '' && { basis: t('Choose what it rests on.') }),
      ...(decision === 'not-taken-on' &&
        reason.trim() === '' && { reason: t('Say why this requirement is not taken on.') }),
    }),
    // The API takes a requirement whole, so that decision and reason always belong together.
    save: (values, { version }) =>
      requirement
        ? api.patch(`/party-requirements/${requirement.id}`, bodyOf(values), { version })
        : api.post(`/interested-parties/${party}/requirements`, bodyOf(values)),
    current: async () => {
      const now = await api.get<PartyView>(`/interested-parties/${party}`)
      const found = now.requirements.find(({ id }) => id === requirement?.id)
      if (!found) throw new Error(t('This requirement is no longer there.'))
      return { values: valuesOf(found), version: found.version }
    },
    done: () => t('Requirement saved'),
    onSaved: close,
  })
  return (
    <Form form={form} submit={t('Save requirement')} permission="context:edit">
      <TextareaField
        form={form}
        name="statement"
        label={t('Requirement')}
        help={t('What they need or expect, such as “A person looks at each refusal”.')}
        required
      />
      <SelectField form={form} name="basis" label={t('Rests on')} options={optionsOf(bases)} required />
      <ChoiceField form={form} name="decision" label={t('Decision')} options={decisionOptions} />
      {form.values.decision !== 'undecided' && (
        <TextareaField
          form={form}
          name="reason"
          label={t('Reason')}
          help={t('Why it is taken on, or why not.')}
          required={form.values.decision === 'not-taken-on'}
        />
      )}
    </Form>
  )
}

function valuesOf({ statement, basis, decision, reason }: RequirementView): Values {
  return { statement, basis, decision, reason: reason ?? '' }
}

function bodyOf({ reason, ...values }: Values) {
  return { ...values, reason: reason.trim() === '' ? null : reason }
}
