import { useRef } from 'react'
import { Select } from '@mantine/core'
import { t } from '../../messages/index.ts'
import { useRecord } from '../../ui/api.ts'
import { useAddress, useParameter } from '../../ui/navigation.ts'
import { Page } from '../../ui/page.tsx'
import { useSession } from '../../ui/session.ts'
import { Stepper } from '../../ui/stepper.tsx'
import {
  type Area,
  answeredIn,
  areaLabel,
  areasOf,
  type Assessment,
  interviewPath,
  nextOpen,
  type Questions,
} from './assessment.ts'
import styles from './interview.module.css'
import { type Leave, QuestionStep } from './question-step.tsx'

/** The interview, one area at a time; area and question are in the address, so that it can be left and shared. */
export default function InterviewPage() {
  const id = useParameter('id')
  const { person } = useSession()
  const [address, change] = useAddress()
  const assessment = useRecord<Assessment>(`/gap-assessments/${id}`)
  const questions = useRecord<Questions>(`/gap-assessments/${id}/questions`)
  const leave = useRef<Leave>(() => Promise.resolve())
  const error = assessment.error ?? questions.error
  if (error) throw error
  if (!assessment.data || !questions.data) return null
  const areas = areasOf(questions.data.items)
  const open = nextOpen(questions.data.items, person.id)
  const area = areas.find(({ ref }) => ref === (address['area'] ?? open?.group.ref)) ?? areas[0]
  if (!area) return null
  const { state, name } = assessment.data
  return (
    <Page
      title={areaLabel(area)}
      kind={t('Interview')}
      crumbs={[
        { label: t('Gap assessment'), to: '/gap-assessments' },
        { label: name, to: `/gap-assessments/${id}` },
      ]}
      actions={
        <Select
          className={styles.area ?? ''}
          label={t('Clause or area')}
          data={areas.map((one) => ({ value: one.ref, label: areaOption(one) }))}
          value={area.ref}
          allowDeselect={false}
          onChange={(ref) => {
            if (ref !== null)
              void leave.current().then(
                () => change({ area: ref, step: undefined }, { push: true }),
                () => undefined,
              )
          }}
        />
      }
    >
      <Stepper
        key={area.ref}
        label={areaLabel(area)}
        steps={area.questions.map((question) => ({
          key: question.ref,
          label: `${question.ref} ${question.title}`,
          state: question.answer ? ('answered' as const) : ('open' as const),
          content: <QuestionStep key={question.ref} assessment={id} state={state} question={question} leave={leave} />,
        }))}
        onLeave={() => leave.current()}
        finish={after(id, areas, area)}
      />
    </Page>
  )
}

function areaOption(area: Area): string {
  const { questions } = area
  return t('{area} – {answered, number} of {total, number}', {
    area: areaLabel(area),
    answered: answeredIn(questions),
    total: questions.length,
  })
}

/** Behind the last question of an area comes the next area, behind the last area the assessment. */
function after(id: string, areas: Area[], area: Area): { label: string; to: string } {
  const next = areas[areas.indexOf(area) + 1]
  return next
    ? { label: t('Go on to {area}', { area: areaLabel(next) }), to: interviewPath(id, next.ref) }
    : { label: t('Look at the whole'), to: `/gap-assessments/${id}` }
}
