import type { ReactNode } from 'react'
import { t } from '../messages/index.ts'
import { Activity } from './activity.tsx'
import { DateTime } from './date-time.tsx'
import { Fact, Facts } from './facts.tsx'
import { Page, Section, type Crumb } from './page.tsx'
import { Linked, type LinkedGroup } from './linked.tsx'
import styles from './record.module.css'

export type RecordProps = {
  title: string
  /** What kind of record: "AI system". */
  kind: string
  crumbs: Crumb[]
  /** A `StateBadge`. */
  state?: ReactNode
  lead?: ReactNode
  /** Moves between states and other verbs, as `VerbButton`s. */
  actions?: ReactNode
  owner?: string | undefined
  /** Dates worth knowing at a glance: label and date (or instant). */
  dates?: { label: string; value: string | null | undefined }[]
  /** More facts for the row under the title. */
  facts?: ReactNode
  /** What it is linked to and what it serves, beside the body. */
  linked?: LinkedGroup[]
  /** The API's list of facts about this record: `/ai-systems/42/activity`. */
  activity?: string
  /** The body, as `Section`s. */
  children: ReactNode
}

/** A record as a page one reads: what it is, whose, since when; the body; beside it its links; below it what happened. */
export function Record(props: RecordProps) {
  const { title, kind, crumbs, state, lead, actions, owner, dates = [], facts, linked = [], activity, children } = props
  return (
    <Page
      title={title}
      kind={kind}
      crumbs={crumbs}
      state={state}
      lead={lead}
      actions={actions}
      width={linked.length > 0 ? 'wide' : 'text'}
      aside={linked.length > 0 ? <Linked groups={linked} /> : undefined}
    >
      <div className={styles.facts}>
        <Facts>
          <Fact label={t('Owner')}>{owner}</Fact>
          {dates.map(({ label, value }) => (
            <Fact key={label} label={label}>
              {value ? <DateTime value={value} /> : undefined}
            </Fact>
          ))}
          {facts}
        </Facts>
      </div>
      {children}
      {activity !== undefined && (
        <Section title={t('Activity')}>
          <Activity path={activity} />
        </Section>
      )}
    </Page>
  )
}
