import { t } from '../../messages/index.ts'
import { api, useWrite } from '../../ui/api.ts'
import { DateField, Form, SelectField, TextareaField, useForm } from '../../ui/form.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { VerbButton } from '../../ui/verb-button.tsx'
import { DialogButton } from '../dialog-button.tsx'
import styles from './obligations.module.css'
import { type Assessment, classes } from './words.ts'

type Decided = Assessment['decisions'][number]

/** A class that a person confirmed or set otherwise, and the button to do so. */
export function ClassDecision({ system, assessment }: { system: string; assessment: Assessment }) {
  const made = assessment.decisions.find(({ about }) => about === 'class')
  return (
    <>
      {made && (
        <p>
          {t('Decided: {value}. By the answers alone: {computed}. {reason}', {
            value: classes[assessment.result.class].label,
            computed: classes[assessment.result.computedClass].label,
            reason: made.reason,
          })}
        </p>
      )}
      <div className={styles.actions}>
        <DialogButton
          permission="obligations:decide"
          title={t('Confirm or change the class')}
          content={(close) => <ClassForm system={system} current={assessment.result.class} close={close} />}
        >
          {t('Confirm or change the class')}
        </DialogButton>
        {made && <Withdraw system={system} about="class" />}
      </div>
    </>
  )
}

type ClassFormProps = { system: string; current: string; close: () => void }

function ClassForm({ system, current, close }: ClassFormProps) {
  const form = useForm({
    id: `ai-system:${system}:ai-act:class`,
    initial: { value: current, reason: '' },
    check: ({ reason }): { reason?: string } => (reason.trim() === '' ? { reason: t('Say why.') } : {}),
    save: ({ value, reason }) => api.post(`/ai-systems/${system}/ai-act/decisions`, { about: 'class', value, reason }),
    done: () => t('Decision recorded'),
    onSaved: close,
  })
  const options = Object.entries(classes).map(([value, { label }]) => ({ value, label }))
  return (
    <Form form={form} submit={t('Record decision')} permission="obligations:decide">
      <SelectField form={form} name="value" label={t('Class')} options={options} required />
      <TextareaField form={form} name="reason" label={t('Reason')} required />
    </Form>
  )
}

export function DateDecision({ system, duty, on, made }: { system: string; duty: string; on: string; made?: Decided }) {
  return (
    <>
      <DialogButton
        look="quiet"
        size="sm"
        permission="obligations:decide"
        title={t('Confirm or change the date')}
        content={(close) => <DateForm system={system} duty={duty} on={on} close={close} />}
      >
        {t('Confirm or change the date')}
      </DialogButton>
      {made && <Withdraw system={system} about={duty} />}
    </>
  )
}

function DateForm({ system, duty, on, close }: { system: string; duty: string; on: string; close: () => void }) {
  const form = useForm({
    id: `ai-system:${system}:ai-act:${duty}`,
    initial: { value: on, reason: '' },
    check: ({ value, reason }): { value?: string; reason?: string } => ({
      ...(value === '' && { value: t('Choose a day.') }),
      ...(reason.trim() === '' && { reason: t('Say why.') }),
    }),
    save: (values) => api.post(`/ai-systems/${system}/ai-act/decisions`, { about: 'date', duty, ...values }),
    done: () => t('Decision recorded'),
    onSaved: close,
  })
  return (
    <Form form={form} submit={t('Record decision')} permission="obligations:decide">
      <DateField form={form} name="value" label={t('Applies from')} required />
      <TextareaField form={form} name="reason" label={t('Reason, and where you checked it')} required />
    </Form>
  )
}

function Withdraw({ system, about }: { system: string; about: string }) {
  const back = useWrite({
    write: () => api.post(`/ai-systems/${system}/ai-act/decisions/withdraw`, { about }),
    done: () => t('Decision taken back'),
  })
  return (
    <>
      <VerbButton
        look="quiet"
        permission="obligations:decide"
        pending={back.isPending}
        onClick={() => back.mutate(undefined)}
      >
        {t('Take decision back')}
      </VerbButton>
      <ProblemAlert error={back.error} />
    </>
  )
}
