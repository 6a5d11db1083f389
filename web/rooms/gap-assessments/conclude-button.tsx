import { t } from '../../messages/index.ts'
import { api } from '../../ui/api.ts'
import { CheckboxField, Form, TextareaField, useForm } from '../../ui/form.tsx'
import { DialogButton } from '../dialog-button.tsx'
import type { Assessment } from './assessment.ts'

/** Freezes what was declared beside what is proven. What nobody answered is left out knowingly. */
export function ConcludeButton({ it }: { it: Assessment }) {
  return (
    <DialogButton
      title={t('Conclude this assessment')}
      permission="gap-assessments:steer"
      cannot={it.answered === 0 ? t('Nothing was answered yet. Answer some questions first.') : undefined}
      content={(close) => <ConcludeForm it={it} close={close} />}
    >
      {t('Conclude')}
    </DialogButton>
  )
}

type Values = { summary: string; leaveUnanswered: boolean }

function ConcludeForm({ it, close }: { it: Assessment; close: () => void }) {
  const open = it.questions - it.answered
  const form = useForm<Values>({
    id: `gap-assessment:${it.id}:conclude`,
    initial: { summary: it.summary, leaveUnanswered: false },
    check: ({ leaveUnanswered }) =>
      open > 0 && !leaveUnanswered ? { leaveUnanswered: t('Answer them first, or leave them out knowingly.') } : {},
    save: (values) => api.post(`/gap-assessments/${it.id}/conclude`, values),
    done: () => t('Assessment concluded'),
    onSaved: close,
  })
  return (
    <Form form={form} submit={t('Conclude assessment')} permission="gap-assessments:steer">
      <p>
        {t(
          'The answers and what the records prove today are frozen together, with the entry of the log and the version of the rules. Reopening is possible, with a reason.',
        )}
      </p>
      {open > 0 && (
        <CheckboxField
          form={form}
          name="leaveUnanswered"
          label={t('{open, plural, one {Leave one question unanswered} other {Leave # questions unanswered}}', {
            open,
          })}
          help={t('Their findings state only what the records prove.')}
        />
      )}
      <TextareaField form={form} name="summary" label={t('Summary')} help={t('What you make of it, for management.')} />
    </Form>
  )
}
