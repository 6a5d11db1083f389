import type { ReactNode } from 'react'
import { t } from '../messages/index.ts'
import { Page, Section } from './page.tsx'
import { Waiting } from './waiting.tsx'

export type HomeLayoutProps = {
  /** The organisation's name. */
  title: string
  lead?: ReactNode
  /** What should I do next, and why. Here as in the other two: null while it is being read. */
  next: ReactNode
  /** Where do we stand, and how has it moved. */
  standing: ReactNode
  /** What changed since I was here. */
  changes: ReactNode
}

/** Home answers three questions, in this order. */
export function HomeLayout({ title, lead, next, standing, changes }: HomeLayoutProps) {
  return (
    <Page title={title} lead={lead}>
      <Section title={t('What to do next')}>{next ?? <Waiting as="steps" />}</Section>
      <Section title={t('Where you stand')}>{standing ?? <Waiting as="chart" />}</Section>
      <Section title={t('What changed since you were here')}>{changes ?? <Waiting as="lines" />}</Section>
    </Page>
  )
}
