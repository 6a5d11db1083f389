import { t } from '../../messages/index.ts'
import { api, useWrite } from '../../ui/api.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { showDate } from '../../ui/dates.ts'
import { ChoiceField, DateField, Form, TextareaField, useForm } from '../../ui/form.tsx'
import { Section } from '../../ui/page.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { VerbButton } from '../../ui/verb-button.tsx'
import { DialogButton } from '../dialog-button.tsx'
import styles from './controls.module.css'
import { type Control, outcomes } from './words.ts'

/** How its working is checked, and what every check found. */
export function Checks({ control }: { control: Control }) {
  const { id, checks, checkHow, checkMonths, checkDueOn, state } = control
  const takeBack = useWrite<string>({
    write: (check) => api.delete(`/controls/${id}/checks/${check}`),
    done: () => t('Check taken back'),
  })
  const due = checkDueOn
    ? t('The next check is due on {day}.', { day: showDate(checkDueOn) })
    : t('Checks begin once it runs.')
  const how =
    checkHow && checkMonths !== null
      ? `${t('Every {count, plural, one {month} other {# months}}', { count: checkMonths })}: ${checkHow}`
      : ''
  return (
    <Section
      title={t('Checks')}
      lead={[how, due].filter(Boolean).join(' ')}
      actions={
        <DialogButton
          permission="controls:check"
          cannot={state === 'running' ? undefined : t('This control does not run. Start it first.')}
          title={t('Record a check of “{name}”', { name: control.name })}
          content={(close) => <CheckForm id={id} close={close} />}
        >
          {t('Record a check')}
        </DialogButton>
      }
    >
      <ProblemAlert error={takeBack.error} />
      {checks.length === 0 && <p className={styles.muted}>{t('Nobody has checked it yet.')}</p>}
      <ul className={styles.rows}>
        {checks.map(({ id: check, on, by, outcome, note }) => (
          <li key={check}>
            <div>
              <StateBadge {...outcomes[outcome]} />
              <p className={styles.words}>{note}</p>
              <p className={styles.muted}>
                <DateTime value={on} /> · {by.name}
              </p>
            </div>
            <VerbButton
              look="quiet"
              permission="controls:check"
              confirm={{
                title: t('Take this check back?'),
                body: t('For a check that was recorded by mistake. History keeps it.'),
                verb: t('Take back'),
                danger: true,
              }}
              onClick={() => takeBack.mutate(check)}
            >
              {t('Take back')}
            </VerbButton>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function CheckForm({ id, close }: { id: string; close: () => void }) {
  const form = useForm({
    id: `control:${id}:check`,
    initial: { checkedOn: today(), outcome: 'works', note: '' },
    check: ({ note }): { note?: string } =>
      note.trim() === '' ? { note: t('Say what you looked at and found.') } : {},
    save: (values) => api.post(`/controls/${id}/checks`, values),
    done: () => t('Check recorded'),
    onSaved: close,
  })
  return (
    <Form form={form} submit={t('Record check')} permission="controls:check">
      <DateField form={form} name="checkedOn" label={t('Checked on')} required />
      <ChoiceField
        form={form}
        name="outcome"
        label={t('What you found')}
        options={Object.entries(outcomes).map(([value, { label }]) => ({ value, label }))}
      />
      <TextareaField form={form} name="note" label={t('What you looked at and found')} required />
    </Form>
  )
}

function today(): string {
  return new Date().toISOString().slice(0, 10)
}
