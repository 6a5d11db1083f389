import { t } from '../../messages/index.ts'
import { api, useWrite } from '../../ui/api.ts'
import { ChoiceField, DateField, Form, TextareaField, useForm } from '../../ui/form.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { VerbButton } from '../../ui/verb-button.tsx'
import { DialogButton } from '../dialog-button.tsx'
import { ReasonButton } from '../reason-button.tsx'
import type { Obligation } from './words.ts'

/** What can be done next with an obligation; a step that cannot be done says why. */
export function Moves({ it }: { it: Obligation }) {
  const { id, state, title } = it
  const start = useWrite({
    write: () => api.post(`/obligations/${id}/start`),
    done: () => t('It is being fulfilled now'),
  })
  const restore = useWrite({
    write: () => api.post(`/obligations/${id}/restore`),
    done: () => t('Obligation restored'),
  })
  if (state === 'withdrawn') {
    return (
      <VerbButton permission="obligations:decide" pending={restore.isPending} onClick={() => restore.mutate(undefined)}>
        {t('Restore')}
      </VerbButton>
    )
  }
  return (
    <>
      {state === 'identified' && (
        <DialogButton
          look="primary"
          permission="obligations:decide"
          title={t('Does “{title}” apply?', { title })}
          content={(close) => <DecideForm id={id} close={close} />}
        >
          {t('Decide whether it applies')}
        </DialogButton>
      )}
      {state === 'applies' && (
        <VerbButton
          look="primary"
          permission="obligations:edit"
          cannot={whyNotStart(it)}
          pending={start.isPending}
          onClick={() => start.mutate(undefined)}
        >
          {t('Start fulfilling')}
        </VerbButton>
      )}
      {(state === 'being-fulfilled' || state === 'reviewed') && (
        <DialogButton
          look="primary"
          permission="obligations:review"
          title={t('Review “{title}”', { title })}
          content={(close) => <ReviewForm id={id} close={close} />}
        >
          {t('Review it')}
        </DialogButton>
      )}
      {state !== 'identified' && (
        <ReasonButton
          id={`obligation:${id}:reconsider`}
          look="quiet"
          permission="obligations:decide"
          title={t('Open “{title}” again', { title })}
          help={t('Whether it applies is asked again. History keeps what was decided.')}
          verb={t('Open again')}
          write={(reason) => api.post(`/obligations/${id}/reconsider`, { reason })}
          done={() => t('The question is open again')}
        >
          {t('Open again')}
        </ReasonButton>
      )}
      <ReasonButton
        id={`obligation:${id}:withdraw`}
        look="quiet"
        permission="obligations:decide"
        title={t('Withdraw “{title}”', { title })}
        help={t('For what does not belong in the register. It can be restored.')}
        verb={t('Withdraw')}
        write={(reason) => api.post(`/obligations/${id}/withdraw`, { reason })}
        done={() => ({ message: t('Obligation withdrawn'), undo: () => api.post(`/obligations/${id}/restore`) })}
      >
        {t('Withdraw')}
      </ReasonButton>
      <ProblemAlert error={start.error} />
    </>
  )
}

function whyNotStart({ owner, fulfilment, links }: Obligation): string | undefined {
  if (!owner) return t('Name an owner first.')
  return fulfilment === '' && links.length === 0 ? t('Say how it is fulfilled first.') : undefined
}

function DecideForm({ id, close }: { id: string; close: () => void }) {
  const form = useForm({
    id: `obligation:${id}:decide`,
    initial: { applies: 'yes', reason: '' },
    check: ({ reason }): { reason?: string } => (reason.trim() === '' ? { reason: t('Say why.') } : {}),
    save: ({ applies, reason }) => api.post(`/obligations/${id}/decide`, { applies: applies === 'yes', reason }),
    done: () => t('Decision recorded'),
    onSaved: close,
  })
  return (
    <Form form={form} submit={t('Record decision')} permission="obligations:decide">
      <ChoiceField
        form={form}
        name="applies"
        label={t('Decision')}
        options={[
          { value: 'yes', label: t('Applies to us') },
          { value: 'no', label: t('Does not apply') },
        ]}
      />
      <TextareaField form={form} name="reason" label={t('Reason')} required />
    </Form>
  )
}

function ReviewForm({ id, close }: { id: string; close: () => void }) {
  const form = useForm({
    id: `obligation:${id}:review`,
    initial: { outcome: 'fulfilled', note: '', nextOn: '' },
    check: ({ nextOn }): { nextOn?: string } => (nextOn === '' ? { nextOn: t('Choose a day.') } : {}),
    save: (values) => api.post(`/obligations/${id}/review`, values),
    done: () => t('Review recorded'),
    onSaved: close,
  })
  return (
    <Form form={form} submit={t('Record review')} permission="obligations:review">
      <ChoiceField
        form={form}
        name="outcome"
        label={t('What was found')}
        options={[
          { value: 'fulfilled', label: t('Fulfilled'), help: t('At least one record above shows it.') },
          { value: 'gaps', label: t('Gaps'), help: t('It stays open until the next review.') },
        ]}
      />
      <TextareaField form={form} name="note" label={t('Note')} />
      <DateField form={form} name="nextOn" label={t('Next review')} required />
    </Form>
  )
}
