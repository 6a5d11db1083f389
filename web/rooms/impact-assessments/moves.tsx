import { t } from '../../messages/index.ts'
import { api, useWrite } from '../../ui/api.ts'
import { ChoiceField, DateField, Form, TextareaField, useForm } from '../../ui/form.tsx'
import { useGo } from '../../ui/navigation.ts'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { LinkButton, VerbButton } from '../../ui/verb-button.tsx'
import { DialogButton } from '../dialog-button.tsx'
import { ReasonButton } from '../reason-button.tsx'
import { type Assessment, callKinds } from './words.ts'

const write = 'impact-assessments:write'
const approve = 'impact-assessments:approve'

/** What can be done with an assessment in its state. */
export function Moves({ assessment: it }: { assessment: Assessment }) {
  const { id, state } = it
  const path = `/impact-assessments/${id}`
  const written = state === 'drafting' || state === 'in-review'
  const stands = state === 'approved' || state === 'reopened'
  return (
    <>
      {state === 'drafting' && (
        <>
          <LinkButton to={`${path}/write`} permission={write} look={it.missing.length > 0 ? 'primary' : 'default'}>
            {t('Go on writing')}
          </LinkButton>
          <Submit assessment={it} />
        </>
      )}
      {state === 'in-review' && <Approve assessment={it} />}
      {state === 'in-review' && (
        <ReasonButton
          id={`impact-assessment:${id}:return`}
          permission={write}
          title={t('Give it back')}
          help={t('What has to be different. Its authors can write on it again.')}
          verb={t('Give it back')}
          write={(reason) => api.post(`${path}/return`, { reason })}
          done={() => t('Given back to its authors')}
        >
          {t('Give back')}
        </ReasonButton>
      )}
      {stands && <NextEdition assessment={it} />}
      {stands && (
        <DialogButton
          permission={approve}
          title={t('Confirm that it still holds')}
          content={(close) => <ReaffirmForm id={id} close={close} />}
        >
          {t('Confirm it')}
        </DialogButton>
      )}
      {stands && (
        <DialogButton
          look="quiet"
          permission={write}
          title={t('Ask for a new look')}
          content={(close) => <CallForm id={id} close={close} />}
        >
          {t('Ask for a new look')}
        </DialogButton>
      )}
      {written && (
        <ReasonButton
          id={`impact-assessment:${id}:withdraw`}
          look="quiet"
          permission={write}
          title={t('Withdraw this assessment')}
          help={t('Why it is not needed. It stays to be seen; what was approved before holds on.')}
          verb={t('Withdraw assessment')}
          write={(reason) => api.post(`${path}/withdraw`, { reason })}
          done={() => ({ message: t('Assessment withdrawn'), undo: () => api.post(`${path}/restore`, {}) })}
        >
          {t('Withdraw')}
        </ReasonButton>
      )}
      {state === 'withdrawn' && <Restore id={id} />}
    </>
  )
}

function Restore({ id }: { id: string }) {
  const restore = useWrite({
    write: () => api.post(`/impact-assessments/${id}/restore`, {}),
    done: () => t('Assessment restored'),
  })
  return (
    <>
      <VerbButton permission={write} pending={restore.isPending} onClick={() => restore.mutate()}>
        {t('Restore')}
      </VerbButton>
      <ProblemAlert error={restore.error} />
    </>
  )
}

function Submit({ assessment: { id, missing } }: { assessment: Assessment }) {
  const submit = useWrite({
    write: () => api.post(`/impact-assessments/${id}/submit`, {}),
    done: () => t('Another person is asked to approve it'),
  })
  return (
    <>
      <VerbButton
        look={missing.length === 0 ? 'primary' : 'default'}
        permission={write}
        cannot={
          missing.length > 0
            ? t('{count, plural, one {One answer is} other {# answers are}} still missing.', { count: missing.length })
            : undefined
        }
        pending={submit.isPending}
        onClick={() => submit.mutate()}
      >
        {t('Ask for approval')}
      </VerbButton>
      <ProblemAlert error={submit.error} />
    </>
  )
}

function Approve({ assessment: { id, system, decision } }: { assessment: Assessment }) {
  const approving = useWrite({
    write: () => api.post(`/impact-assessments/${id}/approve`, {}),
    done: () => t('Assessment approved'),
  })
  return (
    <>
      <VerbButton
        look="primary"
        permission={approve}
        pending={approving.isPending}
        confirm={{
          title: t('Approve the assessment of {name}?', { name: system.name }),
          body:
            decision === 'stop'
              ? t('It decides to stop: the system cannot go into operation until another edition is approved.')
              : t('It does not change any more after that. You say that you could have said no.'),
          verb: t('Approve it'),
        }}
        onClick={() => approving.mutate()}
      >
        {t('Approve it')}
      </VerbButton>
      <ProblemAlert error={approving.error} />
    </>
  )
}

function NextEdition({ assessment: { system, calls } }: { assessment: Assessment }) {
  const go = useGo()
  const occasion = calls[0]?.kind === 'incident' ? 'incident' : calls[0]?.kind === 'period' ? 'period' : 'change'
  const begin = useWrite<void, { id: string }>({
    write: () => api.post('/impact-assessments', { system: system.id, occasion, occasionNote: calls[0]?.note ?? '' }),
    done: () => t('Next edition begun with the answers of this one'),
    onDone: ({ id }) => go(`/impact-assessments/${id}/write`),
  })
  return (
    <>
      <VerbButton
        look={calls.length > 0 ? 'primary' : 'default'}
        permission={write}
        pending={begin.isPending}
        onClick={() => begin.mutate()}
      >
        {t('Assess again')}
      </VerbButton>
      <ProblemAlert error={begin.error} />
    </>
  )
}

/** Why it has to be looked at again: a change or an incident that Assay cannot see by itself, or another reason. */
function CallForm({ id, close }: { id: string; close: () => void }) {
  const form = useForm({
    id: `impact-assessment:${id}:reopen`,
    initial: { kind: 'change', reason: '' },
    check: ({ reason }): { reason?: string } => (reason.trim() === '' ? { reason: t('Say what happened.') } : {}),
    save: (values) => api.post(`/impact-assessments/${id}/reopen`, values),
    done: () => t('Marked to be looked at again'),
    onSaved: close,
  })
  return (
    <Form form={form} submit={t('Ask for a new look')} permission={write}>
      <ChoiceField
        form={form}
        name="kind"
        label={t('Occasion')}
        options={[
          {
            value: 'change',
            label: callKinds.change,
            help: t('In its use, its data, the law or the people affected.'),
          },
          { value: 'incident', label: callKinds.incident, help: t('Harm, a complaint, or a failure.') },
          { value: 'by-hand', label: t('Another reason') },
        ]}
      />
      <TextareaField
        form={form}
        name="reason"
        label={t('What happened')}
        help={t('The decision holds until another one is approved.')}
        required
      />
    </Form>
  )
}

function ReaffirmForm({ id, close }: { id: string; close: () => void }) {
  const form = useForm({
    id: `impact-assessment:${id}:reaffirm`,
    initial: { note: '', reviewDueOn: '' },
    check: ({ note, reviewDueOn }): { note?: string; reviewDueOn?: string } => ({
      ...(note.trim() === '' && { note: t('Say what you looked at.') }),
      ...(reviewDueOn === '' && { reviewDueOn: t('Say by when it is looked at again.') }),
    }),
    save: (values) => api.post(`/impact-assessments/${id}/reaffirm`, values),
    done: () => t('Confirmed'),
    onSaved: close,
  })
  return (
    <Form form={form} submit={t('Confirm it')} permission={approve}>
      <TextareaField
        form={form}
        name="note"
        label={t('What you looked at')}
        help={t('And why its answers still hold.')}
        required
      />
      <DateField form={form} name="reviewDueOn" label={t('Looked at again by')} required />
    </Form>
  )
}
