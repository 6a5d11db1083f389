import { t } from '../../messages/index.ts'
import { api, useRecord } from '../../ui/api.ts'
import { Form, NumberField, useForm } from '../../ui/form.tsx'
import { DialogButton } from '../dialog-button.tsx'

type Keeping = { keepDays: number | null }

/** How long the content of uploaded files stays. Names, hashes and results stay in any case. */
export function KeepingButton() {
  const { data } = useRecord<Keeping>('/measurement-settings')
  if (!data) return null
  return (
    <DialogButton
      permission="assurance:approve"
      title={t('How long files are kept')}
      content={(close) => <KeepingForm kept={data} close={close} />}
    >
      {data.keepDays === null
        ? t('Files are kept until removed')
        : t('Files are kept for {days, plural, one {# day} other {# days}}', { days: data.keepDays })}
    </DialogButton>
  )
}

function KeepingForm({ kept, close }: { kept: Keeping; close: () => void }) {
  const form = useForm<Keeping>({
    id: 'measurement-settings',
    initial: kept,
    check: ({ keepDays }) =>
      keepDays === null || (Number.isInteger(keepDays) && keepDays >= 1 && keepDays <= 36_500)
        ? {}
        : { keepDays: t('A whole number of days from 1 to 36,500, or nothing.') },
    save: (values) => api.post('/measurement-settings', values),
    done: () => ({
      message: t('Changed how long files are kept'),
      undo: () => api.post('/measurement-settings', kept),
    }),
    onSaved: close,
  })
  return (
    <Form form={form} submit={t('Save')} permission="assurance:approve">
      <p>
        {t(
          'After these days the rows of an uploaded file are removed for good, at night. Its name, its hash and every result stay, and runs of it can no longer be computed again. References of open plans and frozen references stay.',
        )}
      </p>
      <NumberField
        form={form}
        name="keepDays"
        label={t('Days')}
        help={t('Empty: kept until somebody removes it. It holds for files that are here already, too.')}
        min={1}
        max={36_500}
        step={1}
      />
    </Form>
  )
}
