import { acceptReview, type ReviewRefusal } from '@assay/server/rooms/organization/model.ts'
import { t } from '../../messages/index.ts'
import { api } from '../../ui/api.ts'
import { ChoiceField, DateField, Form, TextareaField, useForm } from '../../ui/form.tsx'
import { useAddress, useGo } from '../../ui/navigation.ts'
import { Page } from '../../ui/page.tsx'
import { ClauseNotes } from '../frameworks/clause-note.tsx'
import { today } from './last-reviews.tsx'
import { optionsOf, reviewed } from './words.ts'

/** Records that somebody looked, what came of it, and when to look again. */
export default function NewReviewPage() {
  const [address] = useAddress()
  const go = useGo()
  const form = useForm({
    id: 'organization-review:new',
    initial: {
      about: address['about'] ?? '',
      reviewedOn: today(),
      outcome: '',
      nextDueOn: aYearAfter(today()),
    },
    check: ({ about, reviewedOn, outcome, nextDueOn }) => ({
      ...(about === '' && { about: t('Choose what was reviewed.') }),
      ...(outcome.trim() === '' && { outcome: t('Say what came of it, even if nothing changes.') }),
      ...(reviewedOn === '' && { reviewedOn: t('Choose the day.') }),
      ...(nextDueOn === '' && { nextDueOn: t('Choose when to look again.') }),
      ...refusedDays({ reviewedOn, nextDueOn }),
    }),
    save: (values) => api.post('/organization/reviews', values),
    done: () => t('Review recorded'),
    onSaved: () => go('/organization'),
  })
  const about = form.values.about
  const clause = Object.entries(reviewed).find(([key]) => key === about)?.[1].clause
  return (
    <Page
      title={t('Record a review')}
      crumbs={[
        { label: t('Organisation'), to: '/organization' },
        { label: t('Reviews'), to: '/organization/reviews' },
      ]}
      aside={clause && <ClauseNotes refs={[clause]} />}
    >
      <Form form={form} submit={t('Record review')} permission="context:review" cancel="/organization">
        <ChoiceField form={form} name="about" label={t('What was reviewed')} options={optionsOf(reviewed)} required />
        <DateField
          form={form}
          name="reviewedOn"
          label={t('Reviewed on')}
          help={t('The day it happened. The day of entering is kept beside it.')}
          max={today()}
          required
        />
        <TextareaField
          form={form}
          name="outcome"
          label={t('Outcome')}
          help={t('What was looked at, what changed, who was there. “Nothing changed” is an outcome too.')}
          required
        />
        <DateField form={form} name="nextDueOn" label={t('Next review due')} required />
      </Form>
    </Page>
  )
}

/** The server's own rule about the two days. */
function refusedDays(days: { reviewedOn: string; nextDueOn: string }): { reviewedOn?: string; nextDueOn?: string } {
  const accepted = acceptReview(days, today())
  if (accepted.ok || days.reviewedOn === '' || days.nextDueOn === '') return {}
  const words: Record<ReviewRefusal['kind'], { reviewedOn?: string; nextDueOn?: string }> = {
    'reviewed-in-the-future': { reviewedOn: t('A review has happened already. Choose the day on which it did.') },
    'due-before-review': { nextDueOn: t('The next review is due after this one. Choose a later day.') },
  }
  return words[accepted.error.kind]
}

function aYearAfter(day: string): string {
  return `${Number(day.slice(0, 4)) + 1}${day.slice(4) === '-02-29' ? '-02-28' : day.slice(4)}`
}
