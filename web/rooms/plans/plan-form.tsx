import { useState } from 'react'
import { t } from '../../messages/index.ts'
import { ApiProblem, api } from '../../ui/api.ts'
import { showDate } from '../../ui/dates.ts'
import {
  CheckboxField,
  ChoiceField,
  DateField,
  FieldGroup,
  Form,
  NumberField,
  SelectField,
  TextField,
  useForm,
} from '../../ui/form.tsx'
import { VerbButton } from '../../ui/verb-button.tsx'
import { PlanPreviewView } from './preview.tsx'
import { paces, type Plan, type Preview, type Request, type StartingPoint } from './plan.ts'
import styles from './plan.module.css'

type Values = {
  name: string
  direction: string
  start: string
  wishedDate: string
  people: number | null
  systems: number | null
  sites: number | null
  hasRunning27001: boolean
  pace: string
  operatingMonths: number | null
  bodyLeadTimeWeeks: number | null
}

export type PlanFormProps = {
  from: StartingPoint
  /** the draft that is changed; absent, a new plan is made */
  plan?: Plan
  onKept: (id: string) => void
}

type Asked = { values: Values; answer: Preview }

/** The questions of a plan, and the plan that follows from the answers, before anybody keeps it. */
export function PlanForm({ from, plan, onKept }: PlanFormProps) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const said = plan?.request ?? from.continues?.request
  const form = useForm<Values, Asked>({
    id: `plan:${plan?.id ?? 'new'}`,
    initial: valuesFrom(from, plan),
    check,
    save: async (values) => ({
      values,
      answer: await api.post<Preview>('/plans/preview', {
        request: requestOf(values, said),
        release: plan?.released ?? [],
      }),
    }),
    onSaved: (answer) => setAsked(answer),
  })
  const earliest = earliestOf(form.problem)
  const current = asked !== null && JSON.stringify(asked.values) === JSON.stringify(form.values)
  return (
    <>
      <Form form={form} submit={asked && !current ? t('Show the plan again') : t('Show the plan')}>
        <TextField form={form} name="name" label={t('Name')} required />
        <FieldGroup legend={t('When')}>
          <ChoiceField
            form={form}
            name="direction"
            label={t('Plan from')}
            options={[
              {
                value: 'forwards',
                label: t('A start'),
                help: t('Says when the decision can be had at the earliest.'),
              },
              {
                value: 'backwards',
                label: t('A wished date'),
                help: t('Says when to begin at the latest, or which date is the first that can be held.'),
              },
            ]}
            required
          />
          {form.values.direction === 'forwards' ? (
            <DateField form={form} name="start" label={t('Start')} required />
          ) : (
            <DateField form={form} name="wishedDate" label={t('Decision wished by')} min={from.today} required />
          )}
          {earliest !== null && (
            <div>
              <VerbButton
                writes={false}
                onClick={() => {
                  form.set('wishedDate', earliest)
                }}
              >
                {t('Take {date}', { date: showDate(earliest) })}
              </VerbButton>
            </div>
          )}
        </FieldGroup>
        <FieldGroup legend={t('How large')} help={t('Filled in from what is recorded. It sets how long things take.')}>
          <NumberField form={form} name="people" label={t('People in the scope')} min={1} step={1} required />
          <NumberField form={form} name="systems" label={t('AI systems in the scope')} min={0} step={1} required />
          <NumberField form={form} name="sites" label={t('Sites')} min={1} step={1} required />
          <CheckboxField
            form={form}
            name="hasRunning27001"
            label={t('An ISO/IEC 27001 system runs already')}
            help={t('Shared processes take about two thirds of the time.')}
          />
        </FieldGroup>
        <FieldGroup legend={t('How')}>
          <SelectField
            form={form}
            name="pace"
            label={t('Pace')}
            help={paces.find(({ value }) => value === form.values.pace)?.help ?? ''}
            options={paces}
            required
          />
          <NumberField
            form={form}
            name="operatingMonths"
            label={t('Operating period in months')}
            help={t('How long the controls run before they are audited. Bodies usually want to see three months.')}
            min={1}
            max={24}
            step={1}
            required
          />
          <NumberField
            form={form}
            name="bodyLeadTimeWeeks"
            label={t('Lead time of the certification body in weeks')}
            help={t('From the order to the first audit day. Ask for it in the offer.')}
            min={0}
            max={104}
            step={1}
            required
          />
        </FieldGroup>
      </Form>
      {asked && (
        <div className={styles.preview}>
          <PlanPreviewView
            preview={asked.answer}
            draft={{
              name: asked.values.name.trim(),
              request: requestOf(asked.values, said),
              release: plan?.released ?? [],
            }}
            cannot={current ? undefined : t('The answers above have changed. Show the plan again first.')}
            {...(plan && { plan })}
            onKept={onKept}
          />
        </div>
      )}
    </>
  )
}

function valuesFrom(from: StartingPoint, plan: Plan | undefined): Values {
  const said = plan?.request ?? from.continues?.request
  const schedule = said?.schedule ?? { direction: 'forwards' as const, start: from.today }
  return {
    name: plan?.name ?? nameFrom(from),
    direction: schedule.direction,
    start: schedule.direction === 'forwards' ? schedule.start : from.today,
    wishedDate: schedule.direction === 'backwards' ? schedule.wishedDate : '',
    people: plan ? plan.request.size.people : (from.size.people ?? said?.size.people ?? null),
    systems: plan ? plan.request.size.systems : from.size.systems,
    sites: plan ? plan.request.size.sites : from.size.sites,
    hasRunning27001: said?.size.hasRunning27001 ?? false,
    pace: said?.pace ?? 'steady',
    operatingMonths: said?.operatingMonths ?? 3,
    bodyLeadTimeWeeks: said?.bodyLeadTimeWeeks ?? 10,
  }
}

/** A plan that goes on from another says since when, so that the two can be told apart. */
function nameFrom({ continues, today }: StartingPoint): string {
  return continues ? t('Road to certification from {date}', { date: showDate(today) }) : t('Road to certification')
}

function check(values: Values): Partial<Record<keyof Values, string>> {
  const { direction, start, wishedDate, people, systems, sites, operatingMonths, bodyLeadTimeWeeks } = values
  return {
    ...(values.name.trim() === '' && { name: t('Name the plan.') }),
    ...(direction === 'forwards' && start === '' && { start: t('Say when you want to begin.') }),
    ...(direction === 'backwards' && wishedDate === '' && { wishedDate: t('Say by when the decision is wished for.') }),
    ...(!isCount(people, 1) && { people: t('Say how many people work in the scope.') }),
    ...(!isCount(systems, 0) && { systems: t('Say how many AI systems are in the scope.') }),
    ...(!isCount(sites, 1) && { sites: t('Say at how many sites.') }),
    ...(!isCount(operatingMonths, 1) && { operatingMonths: t('Give at least one month.') }),
    ...(!isCount(bodyLeadTimeWeeks, 0) && { bodyLeadTimeWeeks: t('Give a number of weeks, or 0.') }),
  }
}

function isCount(value: number | null, least: number): boolean {
  return value !== null && Number.isInteger(value) && value >= least
}

/** What is asked of the server; what people said about single tasks goes along. */
function requestOf(values: Values, said: Request | undefined) {
  const { direction, start, wishedDate, people, systems, sites, hasRunning27001, pace } = values
  return {
    schedule: direction === 'forwards' ? { direction, start } : { direction, wishedDate },
    size: { people, systems, sites, hasRunning27001 },
    pace,
    operatingMonths: values.operatingMonths,
    bodyLeadTimeWeeks: values.bodyLeadTimeWeeks,
    changes: said?.changes ?? {},
  }
}

/** The first date that can be held, where a wished one was refused. */
function earliestOf(problem: unknown): string | null {
  if (!(problem instanceof ApiProblem) || problem.kind !== 'too-early') return null
  const { earliest } = problem.document
  return typeof earliest === 'string' ? earliest : null
}
