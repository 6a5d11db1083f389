import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleDot,
  IconCircleHalf2,
  IconHexagonMinus,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'
import styles from './state-badge.module.css'

/** What a state means for the reader. Each tone has its own colour and its own shape; the word is always there. */
export type Tone = 'positive' | 'active' | 'caution' | 'critical' | 'neutral' | 'missing'

export type StateBadgeProps = { tone: Tone; label: string }

const shapes: Record<Tone, ComponentType<{ size: number; 'aria-hidden': true }>> = {
  positive: IconCircleCheck,
  active: IconCircleHalf2,
  caution: IconAlertTriangle,
  critical: IconHexagonMinus,
  neutral: IconCircleDot,
  missing: IconCircleDashed,
}

/** A state as a word with a shape and a colour. A room keeps one table from its states to tone and label. */
export function StateBadge({ tone, label }: StateBadgeProps) {
  const Shape = shapes[tone]
  return (
    <span className={styles.badge} data-tone={tone}>
      <Shape size={15} aria-hidden />
      {label}
    </span>
  )
}
