import { t } from '../../messages/index.ts'
import { api } from '../../ui/api.ts'
import { DateField, Form, ReferenceField, TextareaField, TextField, useForm } from '../../ui/form.tsx'
import { kindLabel, useNames, type NamedRecord } from '../../ui/references.ts'
import type { Task } from './words.ts'

type Values = { title: string; detail: string; owner: string; dueOn: string; subject: string }
type Person = { id: string; name: string }

export type TaskFormProps = {
  task?: Task
  /** What a new task is about from the start. */
  subject?: string
  onSaved: (id: string) => void
}

/** The same form for a new task and for changing one. */
export function TaskForm({ task, subject, onSaved }: TaskFormProps) {
  const about = task?.subject ?? subject ?? ''
  const names = useNames(about ? [about] : [])
  const form = useForm<Values, { id: string }>({
    id: `task:${task?.id ?? `new:${subject ?? ''}`}`,
    initial: task ? valuesOf(task) : { title: '', detail: '', owner: '', dueOn: '', subject: about },
    ...(task && { version: task.version }),
    check: ({ title }): { title?: string } => (title.trim() === '' ? { title: t('Say what is to be done.') } : {}),
    save: (values, { version, changed }) =>
      task ? api.patch(`/tasks/${task.id}`, bodyOf(changed), { version }) : api.post('/tasks', bodyOf(values)),
    current: async () => {
      const now = await api.get<Task>(`/tasks/${task?.id}`)
      return { values: valuesOf(now), version: now.version }
    },
    done: ({ id }) =>
      task
        ? t('Task saved')
        : { message: t('Task added'), undo: () => api.post(`/tasks/${id}/cancel`, { reason: t('Added by mistake') }) },
    onSaved: ({ id }) => onSaved(id),
  })
  const named = names.get(about)
  return (
    <Form
      form={form}
      submit={task ? t('Save changes') : t('Add task')}
      permission={task ? 'tasks:edit' : 'tasks:create'}
    >
      <TextField form={form} name="title" label={t('What is to be done')} required />
      <ReferenceField<Values, Person>
        form={form}
        name="owner"
        label={t('Who does it')}
        path="/people"
        query={{ state: 'active' }}
        option={(person) => ({ value: person.id, label: person.name })}
        chosen={task?.owner ? { value: task.owner.id, label: task.owner.name } : undefined}
      />
      <DateField form={form} name="dueOn" label={t('Due')} />
      <ReferenceField<Values, NamedRecord>
        key={named?.ref ?? 'unnamed'}
        form={form}
        name="subject"
        label={t('Is about')}
        help={t('A clause, a control, a system, a document.')}
        path="/search"
        needsWords
        option={({ ref, name }) => ({ value: ref, label: `${name} · ${kindLabel(ref)}` })}
        chosen={about ? { value: about, label: named?.name ?? kindLabel(about) } : undefined}
      />
      <TextareaField form={form} name="detail" label={t('Details')} rows={4} />
    </Form>
  )
}

function valuesOf({ title, detail, owner, dueOn, subject }: Task): Values {
  return { title, detail, owner: owner?.id ?? '', dueOn: dueOn ?? '', subject: subject ?? '' }
}

/** The API says null where nobody, no day or no record is chosen. */
function bodyOf({ owner, dueOn, subject, ...rest }: Partial<Values>) {
  return {
    ...rest,
    ...(owner !== undefined && { owner: owner || null }),
    ...(dueOn !== undefined && { dueOn: dueOn || null }),
    ...(subject !== undefined && { subject: subject || null }),
  }
}
