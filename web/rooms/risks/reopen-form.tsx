import { t } from '../../messages/index.ts'
import { api } from '../../ui/api.ts'
import { ChoiceField, Form, TextareaField, useForm } from '../../ui/form.tsx'
import type { RiskDetail } from './words.ts'

type Kind = 'by-hand' | 'incident' | 'supplier-changed' | 'system-changed'
type Values = { kind: Kind; reason: string }

const kinds: { value: Kind; label: string }[] = [
  { value: 'incident', label: t('There was an incident') },
  { value: 'supplier-changed', label: t('Something changed at a supplier') },
  { value: 'system-changed', label: t('The AI system or its use changed') },
  { value: 'by-hand', label: t('Another reason') },
]

/** Why a risk has to be assessed anew: of what kind, and in words. */
export function ReopenForm({ risk: { id }, close }: { risk: RiskDetail; close: () => void }) {
  const form = useForm<Values>({
    id: `risk:${id}:reopen`,
    initial: { kind: 'by-hand', reason: '' },
    check: ({ reason }): { reason?: string } => (reason.trim() === '' ? { reason: t('Say why.') } : {}),
    save: ({ kind, reason }) => api.post(`/risks/${id}/reopen`, { kind, reason: reason.trim() }),
    done: () => t('Risk opened again'),
    onSaved: close,
  })
  return (
    <Form form={form} submit={t('Open again')} permission="risks:edit">
      <ChoiceField form={form} name="kind" label={t('What happened')} options={kinds} required />
      <TextareaField
        form={form}
        name="reason"
        label={t('Reason')}
        help={t('Why it has to be assessed anew. Its ratings stay to be seen; an acceptance ends.')}
        required
      />
    </Form>
  )
}
