import { t } from '../../messages/index.ts'
import { useList } from '../../ui/api.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { LinkButton } from '../../ui/verb-button.tsx'
import styles from './organization.module.css'
import { reviewed, type ReviewView } from './words.ts'

/** The last review of each of the three, and whether the next is due. */
export function LastReviews() {
  return (
    <ul className={styles.reviews}>
      <LastReview about="context" />
      <LastReview about="interested-parties" />
      <LastReview about="scope" />
    </ul>
  )
}

function LastReview({ about }: { about: ReviewView['about'] }) {
  const { data } = useList<ReviewView>('/organization/reviews', { about, limit: 1 })
  const { label, clause } = reviewed[about]
  const last = data?.items[0]
  return (
    <li>
      <div>
        <strong>{label}</strong> <span className={styles.muted}>{t('Clause {ref}', { ref: clause })}</span>
        {data && <p className={styles.muted}>{last ? <Happened review={last} /> : t('Not reviewed yet.')}</p>}
      </div>
      {data && <DueBadge nextDueOn={last?.nextDueOn} />}
      <LinkButton to={`/organization/reviews/new?about=${about}`} permission="context:review">
        {t('Record a review')}
      </LinkButton>
    </li>
  )
}

function Happened({ review }: { review: ReviewView }) {
  return (
    <>
      {t('Reviewed')} <DateTime value={review.reviewedOn} />, {review.reviewer.name}; {t('next due')}{' '}
      <DateTime value={review.nextDueOn} />
    </>
  )
}

/** Whether the next review is ahead, due today, or overdue. */
export function DueBadge({ nextDueOn }: { nextDueOn: string | undefined }) {
  if (nextDueOn === undefined) return <StateBadge tone="missing" label={t('Never reviewed')} />
  return nextDueOn <= today() ? (
    <StateBadge tone="caution" label={t('Review due')} />
  ) : (
    <StateBadge tone="positive" label={t('Reviewed')} />
  )
}

/** The reader's calendar day, as the API writes days. */
export function today(): string {
  const now = new Date()
  const two = (part: number) => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
