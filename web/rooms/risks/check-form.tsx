import { t } from '../../messages/index.ts'
import { api } from '../../ui/api.ts'
import { ChoiceField, Form, TextareaField, useForm } from '../../ui/form.tsx'
import type { RiskDetail } from './words.ts'

type Values = { result: string; note: string }

/** Somebody else than who decided the treatment judges whether it works. */
export function CheckForm({ risk, close }: { risk: RiskDetail; close: () => void }) {
  const form = useForm<Values>({
    id: `risk:${risk.id}:check`,
    initial: { result: '', note: '' },
    check: ({ result, note }) => ({
      ...(result === '' && { result: t('Choose one.') }),
      ...(note.trim() === '' && { note: t('Say how you know.') }),
    }),
    save: (values) => api.post(`/risks/${risk.id}/check`, values),
    done: () => t('Check recorded'),
    onSaved: close,
  })
  return (
    <Form form={form} submit={t('Record check')} permission="risks:edit">
      <ChoiceField
        form={form}
        name="result"
        label={t('Does the treatment work?')}
        options={[
          { value: 'effective', label: t('It works') },
          { value: 'not-effective', label: t('It does not'), help: t('The risk is assessed again.') },
        ]}
        required
      />
      <TextareaField form={form} name="note" label={t('How you know')} help={t('What you looked at.')} required />
    </Form>
  )
}
