import type { CalendarView, MailPreference } from '@assay/server/rooms/tasks/contract.ts'
import type { z } from 'zod'
import { useState } from 'react'
import { t } from '../../messages/index.ts'
import { api, useRecord, useWrite, type Wire } from '../../ui/api.ts'
import { showDate } from '../../ui/dates.ts'
import { ChoiceField, Form, useForm } from '../../ui/form.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { VerbButton } from '../../ui/verb-button.tsx'
import styles from './tasks.module.css'

type Calendar = Wire<z.infer<typeof CalendarView>>
type Mail = Wire<z.infer<typeof MailPreference>>

/** How one hears of what waits: a calendar that follows one's tasks, and mail. */
export default function FollowPage() {
  return (
    <Page
      title={t('Calendar and mail')}
      lead={t('Follow what waits for you outside of Assay.')}
      crumbs={[{ label: t('Inbox'), to: '/inbox' }]}
      width="text"
    >
      <CalendarSection />
      <MailSection />
    </Page>
  )
}

function CalendarSection() {
  const { data, error } = useRecord<Calendar>('/calendar')
  const [address, setAddress] = useState<string>()
  const renew = useWrite<void, { url: string }>({
    write: () => api.post('/calendar/renew'),
    done: () => t('Calendar address made'),
    onDone: ({ url }) => setAddress(url),
  })
  const revoke = useWrite({
    write: () => api.post('/calendar/revoke'),
    done: () => t('Calendar address ended'),
    onDone: () => setAddress(undefined),
  })
  return (
    <Section
      title={t('Calendar')}
      lead={t('Your open tasks that have a day, in any calendar that subscribes to an address.')}
    >
      <ProblemAlert error={error ?? renew.error ?? revoke.error} />
      {address !== undefined && (
        <div className={styles.note}>
          <p>
            {t('Copy this address into your calendar now; it is not shown again. Whoever has it can read your tasks.')}
          </p>
          <p className={styles.address}>{address}</p>
        </div>
      )}
      {data && (
        <p className={styles.muted}>
          {data.exists && data.since
            ? t('An address is in use since {day}.', { day: showDate(data.since) })
            : t('No address is in use.')}
        </p>
      )}
      <div className={styles.actions}>
        <VerbButton
          permission="tasks:follow"
          pending={renew.isPending}
          onClick={() => renew.mutate(undefined)}
          {...(data?.exists && {
            confirm: {
              title: t('Make a new address?'),
              body: t('The one in use stops working at once, and calendars that use it show nothing more.'),
              verb: t('Make new address'),
            },
          })}
        >
          {data?.exists ? t('Make new address') : t('Make an address')}
        </VerbButton>
        {data?.exists && (
          <VerbButton
            look="danger"
            permission="tasks:follow"
            pending={revoke.isPending}
            onClick={() => revoke.mutate(undefined)}
            confirm={{
              title: t('End the address?'),
              body: t('Calendars that use it show nothing more. A new address can be made at any time.'),
              verb: t('End address'),
              danger: true,
            }}
          >
            {t('End address')}
          </VerbButton>
        )}
      </div>
    </Section>
  )
}

function MailSection() {
  const { data, error } = useRecord<Mail>('/mail-preference')
  return (
    <Section title={t('Mail')} lead={t('One mail with what is overdue, due this week, and waits for your decision.')}>
      <ProblemAlert error={error} />
      {data && !data.mailed && (
        <p className={styles.note}>
          {t('This Assay sends no mail yet. Your choice is kept until whoever runs it sets that up.')}
        </p>
      )}
      {data && <MailForm digest={data.digest} />}
    </Section>
  )
}

function MailForm({ digest }: { digest: Mail['digest'] }) {
  const form = useForm({
    id: 'mail-preference',
    initial: { digest: String(digest) },
    save: (values) => api.post('/mail-preference', values),
    done: () => ({ message: t('Choice saved'), undo: () => api.post('/mail-preference', { digest }) }),
  })
  return (
    <Form form={form} submit={t('Save choice')} permission="tasks:follow">
      <ChoiceField
        form={form}
        name="digest"
        label={t('How often')}
        options={[
          { value: 'weekly', label: t('On Mondays') },
          { value: 'daily', label: t('Every day on which something waits') },
          { value: 'off', label: t('Never') },
        ]}
      />
    </Form>
  )
}
