import { t } from '../../messages/index.ts'
import { api } from '../../ui/api.ts'
import { Form, ReferenceField, TextareaField, TextField, useForm } from '../../ui/form.tsx'
import type { Candidate } from './words.ts'

type Props = { it: Candidate; path: string; close: () => void }
type Named = { id: string; name: string }
type Accepted = { name: string; purpose: string; owner: string }

const permission = 'discovery:judge'

/** Registers a new AI system, as a proposal, and binds the candidate to it. */
export function AcceptForm({ it, path, close }: Props) {
  const form = useForm<Accepted>({
    id: `scan-candidate:${it.id}:accept`,
    initial: { name: it.name, purpose: '', owner: '' },
    check: ({ name }) => (name.trim() === '' ? { name: t('Name the system.') } : {}),
    save: ({ owner, ...rest }) => api.post(`${path}/accept`, { ...rest, owner: owner || null }),
    done: () => ({ message: t('Registered as a proposed AI system'), undo: () => api.post(`${path}/restage`) }),
    onSaved: close,
  })
  return (
    <Form form={form} submit={t('Register the system')} permission={permission}>
      <TextField form={form} name="name" label={t('Name')} help={t('As people here call it.')} required />
      <TextareaField
        form={form}
        name="purpose"
        label={t('Purpose')}
        help={t('What it is for. It can be said later.')}
      />
      <ReferenceField<Accepted, Named>
        form={form}
        name="owner"
        label={t('Owner')}
        help={t('Who answers for this system here. It can be said later.')}
        path="/people"
        option={(person) => ({ value: person.id, label: person.name })}
      />
    </Form>
  )
}

/** Binds the candidate to a system that the register has already. */
export function MergeForm({ it, path, close }: Props) {
  const [alike] = it.similar
  const form = useForm({
    id: `scan-candidate:${it.id}:merge`,
    initial: { system: alike?.id ?? '' },
    check: ({ system }): { system?: string } => (system === '' ? { system: t('Choose the system.') } : {}),
    save: ({ system }) => api.post(`${path}/merge`, { system }),
    done: () => ({ message: t('Merged into the system'), undo: () => api.post(`${path}/restage`) }),
    onSaved: close,
  })
  return (
    <Form form={form} submit={t('Merge into it')} permission={permission}>
      <ReferenceField<{ system: string }, Named>
        form={form}
        name="system"
        label={t('AI system')}
        help={t('The system that this code is part of.')}
        path="/ai-systems"
        option={(system) => ({ value: system.id, label: system.name })}
        chosen={alike && { value: alike.id, label: alike.name }}
        required
      />
    </Form>
  )
}
