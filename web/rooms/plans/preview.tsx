import { t } from '../../messages/index.ts'
import { api, useWrite } from '../../ui/api.ts'
import { showDate } from '../../ui/dates.ts'
import { Section } from '../../ui/page.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { VerbButton } from '../../ui/verb-button.tsx'
import { Moves } from './moves.tsx'
import { type Plan, type Preview, stretchesOfPreview } from './plan.ts'
import styles from './plan.module.css'
import { RoadView } from './road.tsx'

export type PlanPreviewProps = {
  preview: Preview
  /** what keeping it sends */
  draft: { name: string; request: object; release: string[] }
  /** the draft that is changed; absent, a new one is kept */
  plan?: Plan
  /** why it cannot be kept, such as answers that have changed since */
  cannot: string | undefined
  onKept: (id: string) => void
}

/** A plan that nobody keeps yet: when the decision can be had, what would move, the road. */
export function PlanPreviewView({ preview, draft, plan, cannot, onKept }: PlanPreviewProps) {
  const keep = useWrite<void, { id: string }>({
    write: () =>
      plan
        ? api.patch(`/plans/${plan.id}`, draft, { version: plan.version })
        : api.post('/plans', { ...draft, owners: {} }),
    done: () => (plan ? t('Draft changed') : t('Kept as a draft')),
    onDone: ({ id }) => onKept(id),
  })
  const { continues, moves, openRefs } = preview
  return (
    <Section title={t('The plan that follows')}>
      <p className={styles.decision} role="status">
        {t('Decision of the certification body on {date}, {months, number} months after the start on {start}.', {
          date: showDate(preview.plan.decision),
          months: preview.plan.months,
          start: showDate(preview.plan.start),
        })}
      </p>
      <p>{basisOf(openRefs)}</p>
      <div className={styles.buttons}>
        <VerbButton
          look="primary"
          permission="plans:edit"
          cannot={cannot}
          pending={keep.isPending}
          onClick={() => keep.mutate()}
        >
          {plan ? t('Save the draft') : t('Keep as a draft')}
        </VerbButton>
        <span>{t('A draft gives nobody anything to do yet.')}</span>
      </div>
      <ProblemAlert error={keep.error} />
      {continues && (
        <Section
          title={t('What moves')}
          lead={t('Against “{name}”, which expects the decision on {date}.', {
            name: continues.name,
            date: showDate(continues.decision),
          })}
        >
          <Moves moves={moves} />
        </Section>
      )}
      <RoadView road={preview.plan} stretches={stretchesOfPreview(preview)} today={preview.calculatedOn} />
    </Section>
  )
}

export function basisOf(openRefs: string[] | null): string {
  return openRefs === null
    ? t('Nothing is recorded or declared yet about the gap, so the whole road is planned.')
    : t('{count, plural, one {# of 70 clauses and controls is} other {# of 70 clauses and controls are}} still open.', {
        count: openRefs.length,
      })
}
