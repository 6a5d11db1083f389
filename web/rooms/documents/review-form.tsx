import { t } from '../../messages/index.ts'
import { api } from '../../ui/api.ts'
import { ChoiceField, DateField, Form, TextareaField, useForm } from '../../ui/form.tsx'

type Values = { outcome: string; note: string; nextDueOn: string }

/** Somebody looked whether the effective version still holds. */
export function ReviewForm({ id, close }: { id: string; close: () => void }) {
  const form = useForm<Values>({
    id: `document:${id}:review`,
    initial: { outcome: 'no-change', note: '', nextDueOn: '' },
    save: ({ outcome, note, nextDueOn }) =>
      api.post(`/documents/${id}/reviews`, { outcome, note, nextDueOn: nextDueOn || null }),
    done: () => t('Review recorded'),
    onSaved: close,
  })
  return (
    <Form form={form} submit={t('Record review')} permission="documents:review">
      <ChoiceField
        form={form}
        name="outcome"
        label={t('What you found')}
        options={[
          { value: 'no-change', label: t('It still holds'), help: t('The next review is reckoned from today.') },
          { value: 'new-version', label: t('A new version is needed'), help: t('The date stays as it is until then.') },
        ]}
      />
      <TextareaField
        form={form}
        name="note"
        label={t('Note')}
        help={t('What you looked at, and what should change.')}
      />
      <DateField
        form={form}
        name="nextDueOn"
        label={t('Next review')}
        help={t('Reckoned from the months between reviews, where left empty.')}
      />
    </Form>
  )
}
