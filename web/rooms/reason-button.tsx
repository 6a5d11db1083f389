import { t } from '../messages/index.ts'
import { Form, TextareaField, useForm } from '../ui/form.tsx'
import type { Done } from '../ui/api.ts'
import { DialogButton, type DialogButtonProps } from './dialog-button.tsx'

export type ReasonButtonProps = Omit<DialogButtonProps, 'content'> & {
  /** Names the draft of the reason: `context-issue:42:withdraw`. */
  id: string
  /** What will happen, and how it is taken back. */
  help: string
  /** The verb again, on the button that does it. */
  verb: string
  write: (reason: string) => Promise<unknown>
  done: () => Done
}

/** A move that needs a reason, which stays with the record. */
export function ReasonButton({ id, help, verb, write, done, ...button }: ReasonButtonProps) {
  return (
    <DialogButton
      {...button}
      content={(close) => (
        <ReasonForm
          id={id}
          help={help}
          verb={verb}
          write={write}
          done={done}
          close={close}
          {...(button.permission !== undefined && { permission: button.permission })}
        />
      )}
    />
  )
}

type ReasonFormProps = Pick<ReasonButtonProps, 'id' | 'help' | 'verb' | 'write' | 'done' | 'permission'> & {
  close: () => void
}

function ReasonForm({ id, help, verb, write, done, close, permission }: ReasonFormProps) {
  const form = useForm({
    id,
    initial: { reason: '' },
    check: ({ reason }): { reason?: string } => (reason.trim() === '' ? { reason: t('Say why.') } : {}),
    save: ({ reason }) => write(reason.trim()),
    done,
    onSaved: close,
  })
  return (
    <Form form={form} submit={verb} {...(permission !== undefined && { permission })}>
      <TextareaField form={form} name="reason" label={t('Reason')} help={help} required />
    </Form>
  )
}
