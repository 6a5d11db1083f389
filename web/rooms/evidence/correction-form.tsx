import { t } from '../../messages/index.ts'
import { api } from '../../ui/api.ts'
import { DateField, Form, TextareaField, TextField, useForm } from '../../ui/form.tsx'
import type { Evidence } from './words.ts'

type Values = {
  title: string
  note: string
  happenedOn: string
  periodFrom: string
  periodTo: string
  validUntil: string
}

/** Corrects what is said about a signal; its content stays what it is. */
export function CorrectionForm({ evidence }: { evidence: Evidence }) {
  const { id, version } = evidence
  const form = useForm<Values>({
    id: `evidence:${id}`,
    initial: valuesOf(evidence),
    version,
    check: ({ title, happenedOn }) => ({
      ...(title.trim() === '' && { title: t('Say what it shows.') }),
      ...(happenedOn === '' && { happenedOn: t('Say when it happened.') }),
    }),
    save: (_values, { version: seen, changed }) => api.patch(`/evidence/${id}`, asDays(changed), { version: seen }),
    current: async () => {
      const now = await api.get<Evidence>(`/evidence/${id}`)
      return { values: valuesOf(now), version: now.version }
    },
    done: () => t('Evidence corrected'),
  })
  return (
    <Form form={form} submit={t('Save corrections')} permission="evidence:edit">
      <TextField form={form} name="title" label={t('Title')} required />
      <DateField form={form} name="happenedOn" label={t('Happened on')} required />
      <DateField form={form} name="periodFrom" label={t('Speaks for the period from')} />
      <DateField form={form} name="periodTo" label={t('Period to')} />
      <DateField form={form} name="validUntil" label={t('Valid until')} />
      <TextareaField
        form={form}
        name="note"
        label={t('Source')}
        help={t('Where it comes from and how it was taken.')}
      />
    </Form>
  )
}

function valuesOf({ title, note, happenedOn, periodFrom, periodTo, validUntil }: Evidence): Values {
  return {
    title,
    note,
    happenedOn,
    periodFrom: periodFrom ?? '',
    periodTo: periodTo ?? '',
    validUntil: validUntil ?? '',
  }
}

/** The API says null where a day is taken away. */
function asDays({ title, note, ...days }: Partial<Values>) {
  const entries = Object.entries(days).map(([name, day]) => [name, day === '' ? null : day])
  return { ...(title !== undefined && { title }), ...(note !== undefined && { note }), ...Object.fromEntries(entries) }
}
