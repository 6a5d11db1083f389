import { t } from '../../messages/index.ts'
import { api } from '../../ui/api.ts'
import {
  ChoiceField,
  DateField,
  FieldGroup,
  Form,
  ReferenceField,
  TagsField,
  TextareaField,
  TextField,
  useForm,
} from '../../ui/form.tsx'
import { optionsOf, type RiskDetail, treatments } from './words.ts'

type Values = { option: string; reason: string; controls: string[]; action: string; owner: string; dueOn: string }

/** What is done about a risk. One action at a time; each becomes a task, and the treatment can be decided anew with more. */
export function TreatForm({ risk, close }: { risk: RiskDetail; close: () => void }) {
  const form = useForm<Values>({
    id: `risk:${risk.id}:treat`,
    initial: {
      option: risk.treatment ?? '',
      reason: risk.treatmentReason,
      controls: risk.controls,
      action: '',
      owner: '',
      dueOn: '',
    },
    check: (values) => ({
      ...(values.option === '' && { option: t('Choose what is done.') }),
      ...(values.option === 'retain' && values.reason.trim() === '' && { reason: t('Say why nothing is done.') }),
      ...(values.action !== '' && values.owner === '' && { owner: t('Name who does it.') }),
      ...(values.action !== '' && values.dueOn === '' && { dueOn: t('Say by when.') }),
    }),
    save: ({ option, reason, controls, action, owner, dueOn }) =>
      api.post(`/risks/${risk.id}/treat`, {
        option,
        reason,
        controls,
        actions: action.trim() === '' ? [] : [{ title: action.trim(), owner, dueOn }],
      }),
    done: () => t('Treatment decided'),
    onSaved: close,
  })
  return (
    <Form form={form} submit={t('Decide treatment')} permission="risks:edit">
      <ChoiceField form={form} name="option" label={t('What is done')} options={optionsOf(treatments)} required />
      <TextareaField form={form} name="reason" label={t('Reason')} required={form.values.option === 'retain'} />
      <TagsField
        form={form}
        name="controls"
        label={t('Controls')}
        help={t('Ids of Annex A that bear on it, such as A.6.2.4.')}
      />
      <FieldGroup legend={t('Action')} help={t('Becomes a task. Leave it empty where controls alone do it.')}>
        <TextField form={form} name="action" label={t('What is to be done')} />
        <ReferenceField<Values, { id: string; name: string }>
          form={form}
          name="owner"
          label={t('By whom')}
          path="/people"
          option={({ id, name }) => ({ value: id, label: name })}
        />
        <DateField form={form} name="dueOn" label={t('By when')} />
      </FieldGroup>
    </Form>
  )
}
