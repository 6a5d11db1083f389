import { t } from '../../messages/index.ts'
import { api } from '../../ui/api.ts'
import { Form, ReferenceField, useForm } from '../../ui/form.tsx'
import { DialogButton } from '../dialog-button.tsx'

type Person = { id: string; name: string }
type Props = {
  assessment: string
  refs: string[]
  /** Who was asked so far; where several were, nobody is chosen. */
  assignedTo: Person | null
  closed: string | undefined
}

/** Asks somebody these questions. The person finds them on Home and in the inbox. */
export function AssignButton({ assessment, refs, assignedTo, closed }: Props) {
  return (
    <DialogButton
      title={t('{count, plural, one {Ask somebody this question} other {Ask somebody these # questions}}', {
        count: refs.length,
      })}
      look="quiet"
      permission="gap-assessments:steer"
      cannot={closed}
      content={(close) => <AssignForm assessment={assessment} refs={refs} assignedTo={assignedTo} close={close} />}
    >
      {t('Ask somebody')}
    </DialogButton>
  )
}

function AssignForm({ assessment, refs, assignedTo, close }: Omit<Props, 'closed'> & { close: () => void }) {
  const path = `/gap-assessments/${assessment}/assign`
  const form = useForm<{ person: string }>({
    id: `gap-assign:${assessment}:${refs.join()}`,
    initial: { person: assignedTo?.id ?? '' },
    save: ({ person }) => api.post(path, { refs, person: person || null }),
    done: () => ({
      message: t('Questions shared out'),
      undo: () => api.post(path, { refs, person: assignedTo?.id ?? null }),
    }),
    onSaved: close,
  })
  return (
    <Form form={form} submit={t('Ask')} permission="gap-assessments:steer">
      <ReferenceField<{ person: string }, Person>
        form={form}
        name="person"
        label={t('Person')}
        help={t(
          'Whoever you ask can answer these and no others, also as an employee without another role. Empty takes it back.',
        )}
        path="/people"
        query={{ state: 'active' }}
        option={({ id, name }) => ({ value: id, label: name })}
        chosen={assignedTo ? { value: assignedTo.id, label: assignedTo.name } : undefined}
      />
    </Form>
  )
}
