import { Button } from '@mantine/core'
import { useEffect, useRef, type ReactNode } from 'react'
import { t } from '../messages/index.ts'
import { DiffView } from './diff-view.tsx'
import { fieldId } from './form/field.ts'
import styles from './form/form.module.css'
import type { Form as FormState } from './form/state.ts'
import { ProblemAlert } from './problem-alert.tsx'
import { LinkButton, VerbButton } from './verb-button.tsx'

export * from './form/fields.tsx'
export { useForm, type Form as FormState, type FormOptions } from './form/state.ts'

export type FormProps<Values> = {
  form: FormState<Values>
  /** The verb and its object, on the button: "Register system". */
  submit: string
  permission?: string
  /** Why it cannot be saved at all, from the server's rule. */
  cannot?: string | undefined
  /** Where Cancel leads, or what it does where the form stands inside a page; the draft stays. */
  cancel?: string | (() => void)
  children: ReactNode
}

/** One column of fields with its button. Errors stand beside their fields and summed up on top, which gets the focus. */
export function Form<Values>({ form, submit, permission, cannot, cancel, children }: FormProps<Values>) {
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        form.submit()
      }}
    >
      {form.restored && (
        <div className={styles.note} role="status">
          <span>{t('Here is what you typed before and did not save.')}</span>
          <Button size="compact-sm" variant="subtle" onClick={form.discardDraft}>
            {t('Discard it')}
          </Button>
        </div>
      )}
      {form.conflict ? <ConflictPanel form={form} /> : <Summary form={form} />}
      {children}
      <div className={styles.buttons}>
        <VerbButton
          type="submit"
          look="primary"
          onClick={() => undefined}
          cannot={cannot}
          {...(permission !== undefined && { permission })}
          pending={form.pending}
        >
          {submit}
        </VerbButton>
        {typeof cancel === 'string' && (
          <LinkButton to={cancel} look="quiet">
            {t('Cancel')}
          </LinkButton>
        )}
        {typeof cancel === 'function' && (
          <VerbButton look="quiet" writes={false} onClick={cancel}>
            {t('Cancel')}
          </VerbButton>
        )}
      </div>
    </form>
  )
}

/** Fields that belong together under one heading. */
export function FieldGroup({ legend, help, children }: { legend: string; help?: ReactNode; children: ReactNode }) {
  return (
    <fieldset className={styles.group}>
      <legend>{legend}</legend>
      {help && <p className={styles.groupHelp}>{help}</p>}
      {children}
    </fieldset>
  )
}

function Summary<Values>({ form }: { form: FormState<Values> }) {
  const box = useRef<HTMLDivElement>(null)
  const { refusals } = form
  useEffect(() => {
    if (refusals > 0) box.current?.focus()
  }, [refusals])
  const errors = Object.entries(form.errors)
  return (
    <div ref={box} tabIndex={-1} className={styles.summary}>
      {errors.length > 0 ? (
        <div className={styles.errors} role="alert">
          <p>
            {t('{count, plural, one {One field needs attention:} other {# fields need attention:}}', {
              count: errors.length,
            })}
          </p>
          <ul>
            {errors.map(([name, message]) => (
              <li key={name}>
                <ErrorLink form={form} name={name} message={message} />
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <ProblemAlert error={form.problem} />
      )}
    </div>
  )
}

function ErrorLink<Values>({ form, name, message }: { form: FormState<Values>; name: string; message: string }) {
  const label = form.labels.get(name)
  if (label === undefined) return message
  const id = fieldId(form.id, name)
  return (
    <a
      href={`#${id}`}
      onClick={(event) => {
        event.preventDefault()
        document.getElementById(id)?.focus()
      }}
    >
      {label}: {message}
    </a>
  )
}

function ConflictPanel<Values>({ form }: { form: FormState<Values> }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  if (!form.conflict) return null
  const { theirs } = form.conflict
  const differing = [...form.labels].filter(([name]) => shown(theirs, name) !== shown(form.values, name))
  const mine = differing.filter(([name]) => form.changed.includes(name))
  const others = differing.filter(([name]) => !form.changed.includes(name)).map(([, label]) => label)
  return (
    <div ref={box} tabIndex={-1} className={styles.conflict} role="group" aria-label={t('Conflict')}>
      <p className={styles.conflictTitle}>{t('Somebody else saved a change while you were editing.')}</p>
      <p>{t('Struck through is what is saved now, underlined is what you typed.')}</p>
      {mine.length === 0 && <p>{t('What you changed is the same in both.')}</p>}
      <dl>
        {mine.map(([name, label]) => (
          <div key={name}>
            <dt>{label}</dt>
            <dd>
              <DiffView before={shown(theirs, name)} after={shown(form.values, name)} />
            </dd>
          </div>
        ))}
      </dl>
      {others.length > 0 && (
        <p>{t('They also changed: {labels}. That stays whichever you choose.', { labels: others.join(', ') })}</p>
      )}
      <div className={styles.buttons}>
        <Button onClick={form.keepMine}>{t('Keep mine')}</Button>
        <Button variant="default" onClick={form.takeTheirs}>
          {t('Take theirs')}
        </Button>
      </div>
    </div>
  )
}

/** A value as text to compare; the names come from the fields, which were checked against the values' type. */
function shown(values: unknown, name: string): string {
  const value: unknown = typeof values === 'object' && values !== null ? Reflect.get(values, name) : undefined
  if (value === null || value === undefined) return ''
  if (value instanceof File) return value.name
  if (Array.isArray(value)) return value.join(', ')
  return typeof value === 'string' ? value : JSON.stringify(value)
}
