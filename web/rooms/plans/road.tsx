import { IconAlertTriangle, IconSquareRotatedFilled } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { t } from '../../messages/index.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { Section } from '../../ui/page.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { cautionText, type Road, type Stretch } from './plan.ts'
import styles from './plan.module.css'
import { StretchTable } from './stretch-table.tsx'
import { Timeline } from './timeline.tsx'

export type RoadProps = {
  road: Pick<Road, 'milestones' | 'cautions'>
  stretches: Stretch[]
  today: string
  action?: (it: Stretch) => ReactNode
}

/** A road as a picture and as a table, with its milestones and what deserves a second look. */
export function RoadView({ road, stretches, today, action }: RoadProps) {
  return (
    <>
      <Cautions cautions={road.cautions} />
      <Section title={t('The road')}>
        <Tabs
          label={t('How the road is shown')}
          tabs={[
            {
              key: 'timeline',
              label: t('Timeline'),
              content: <Timeline stretches={stretches} milestones={road.milestones} today={today} />,
            },
            {
              key: 'table',
              label: t('Table'),
              content: <StretchTable stretches={stretches} {...(action && { action })} />,
            },
          ]}
        />
      </Section>
      <Section title={t('Milestones')}>
        <ul className={styles.milestones}>
          {road.milestones.map(({ key, title, date }) => (
            <li key={key}>
              <IconSquareRotatedFilled size={12} aria-hidden />
              <span>{title}</span>
              <DateTime value={date} />
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}

function Cautions({ cautions }: { cautions: Road['cautions'] }) {
  if (cautions.length === 0) return null
  return (
    <ul className={styles.cautions} aria-label={t('Worth a second look')}>
      {cautions.map((caution) => (
        <li key={caution.kind}>
          <IconAlertTriangle size={18} aria-hidden />
          {cautionText(caution)}
        </li>
      ))}
    </ul>
  )
}
