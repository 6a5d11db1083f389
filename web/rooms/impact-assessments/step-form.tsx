import { Radio } from '@mantine/core'
import { t } from '../../messages/index.ts'
import { api } from '../../ui/api.ts'
import { ChoiceField, DateField, FieldGroup, Form, ReferenceField, TextareaField, useForm } from '../../ui/form.tsx'
import { ReferenceLink } from '../../ui/reference-link.tsx'
import { useNames } from '../../ui/references.ts'
import styles from './impact.module.css'
import { Measures } from './measures.tsx'
import { AffectedRows, ConsultedRows, ImpactRows, MisuseRows } from './rows-fields.tsx'
import type { StepState, Values } from './step-values.ts'
import type { Step } from './steps.ts'
import { answerLabels, type Assessment, badgesOf, decisions, optionsOf, questions, screeningAnswers } from './words.ts'

function valuesOf({ answers, decision, reviewDueOn }: Assessment): Values {
  return { ...answers, addedFact: '', decision: decision ?? '', reviewDueOn: reviewDueOn ?? '' }
}

type Props = { assessment: Assessment; step: Step; submit: string; onSaved: () => void }

/** One part of the assessment; saving writes the changed answers of this part alone. */
export function StepForm({ assessment, step, submit, onSaved }: Props) {
  const { id, version } = assessment
  const path = `/impact-assessments/${id}`
  const form = useForm<Values, { id: string }>({
    id: `impact-assessment:${id}:${step.key}`,
    initial: valuesOf(assessment),
    version,
    save: async (values, { version: from, changed }) => {
      const { addedFact, decision, reviewDueOn, ...answers } = changed
      const added = addedFact ? { facts: [...new Set([...values.facts, addedFact])] } : {}
      const decided = decision === undefined ? {} : { decision: decision === '' ? null : decision }
      const day = reviewDueOn === undefined ? {} : { reviewDueOn: reviewDueOn === '' ? null : reviewDueOn }
      const body = { ...answers, ...added, ...decided, ...day }
      return Object.keys(body).length === 0 ? { id } : await api.patch(path, body, { version: from ?? version })
    },
    current: async () => {
      const now = await api.get<Assessment>(path)
      return { values: valuesOf(now), version: now.version }
    },
    done: () => undefined,
    onSaved,
  })
  return (
    <>
      {step.key === 'measures' && <Measures assessment={assessment} />}
      <Form form={form} submit={submit} permission="impact-assessments:write">
        <Fields form={form} step={step} assessment={assessment} />
      </Form>
    </>
  )
}

function Fields({ form, step, assessment }: { form: StepState; step: Step; assessment: Assessment }) {
  switch (step.key) {
    case 'screening':
      return <ScreeningFields form={form} />
    case 'use':
      return <UseFields form={form} />
    case 'people':
      return (
        <>
          <AffectedRows form={form} />
          <Text form={form} name="hitMost" help={t('Which people bear most of it, and why they do.')} />
          <Text
            form={form}
            name="society"
            help={t('Environment, economy, public life, health, culture; say so where it is little.')}
          />
        </>
      )
    case 'impacts':
      return <ImpactRows form={form} />
    case 'consultation':
      return (
        <>
          <ConsultedRows form={form} />
          <Text form={form} name="notConsulted" help={t('Only where nobody was: the reason.')} />
        </>
      )
    case 'measures':
      return assessment.depth === 'screen' ? (
        <p className={styles.muted}>{t('A screening asks for nothing more here.')}</p>
      ) : (
        <>
          <Text form={form} name="remedies" help={t('Whom people turn to, and what is made good.')} />
          <Text form={form} name="remaining" help={t('Which effects stay, and why they can be borne.')} />
        </>
      )
    case 'decision':
      return (
        <>
          <ChoiceField
            form={form}
            name="decision"
            label={answerLabels.decision}
            options={badgesOf(decisions)}
            help={t('A stop bars the system from going into operation once it is approved.')}
          />
          <Text form={form} name="decisionReason" help={t('What weighed most.')} />
          <DateField
            form={form}
            name="reviewDueOn"
            label={answerLabels.reviewDueOn}
            help={t('A later day, within your rules.')}
          />
          <Text form={form} name="publication" help={t('Left empty: nothing is published.')} />
        </>
      )
  }
}

type TextName = { [Name in keyof Values]: Values[Name] extends string ? Name : never }[keyof Values] &
  keyof typeof answerLabels

function Text({ form, name, help }: { form: StepState; name: TextName; help: string }) {
  return <TextareaField form={form} name={name} label={answerLabels[name]} help={help} />
}

function ScreeningFields({ form }: { form: StepState }) {
  form.labels.set('screening', answerLabels.screening)
  return (
    <>
      <FieldGroup
        legend={t('First questions')}
        help={t('One yes, or one that nobody can answer, calls for the full assessment.')}
      >
        {Object.entries(questions).map(([key, label]) => (
          <Radio.Group
            key={key}
            className={styles.question ?? ''}
            label={label}
            value={form.values.screening[key] ?? ''}
            onChange={(answer) => form.set('screening', { ...form.values.screening, [key]: answer })}
          >
            <div className={styles.choices}>
              {optionsOf(screeningAnswers).map((option) => (
                <Radio key={option.value} value={option.value} label={option.label} />
              ))}
            </div>
          </Radio.Group>
        ))}
      </FieldGroup>
      <TextareaField
        form={form}
        name="deeper"
        label={t('Reason to go deeper')}
        help={t('Where you want the full assessment though nothing applies.')}
      />
      <Text form={form} name="summary" help={t('In a few sentences: what was looked at, and what came out.')} />
    </>
  )
}

function UseFields({ form }: { form: StepState }) {
  return (
    <>
      <Text form={form} name="context" help={t('The process, the users, the places and languages.')} />
      <Text form={form} name="period" help={t('Since when, until when, and how often it is used.')} />
      <Text form={form} name="necessity" help={t('Why it is needed, and why nothing milder does.')} />
      <Text form={form} name="oversight" help={t('Who watches it and can stop or overrule it.')} />
      <MisuseRows form={form} />
      <Text form={form} name="failure" help={t('What happens to people when it is wrong or not there.')} />
      <Facts form={form} />
    </>
  )
}

/** Records that the assessment rests on, by reference; saving adds the chosen one. */
function Facts({ form }: { form: StepState }) {
  const { facts } = form.values
  const names = useNames(facts)
  return (
    <FieldGroup
      legend={answerLabels.facts}
      help={t('Linked, never copied: data sets, models, measurements, evidence.')}
    >
      <ul className={styles.list}>
        {facts.map((ref) => (
          <li key={ref} className={styles.line}>
            <ReferenceLink reference={ref} names={names} />
          </li>
        ))}
      </ul>
      <ReferenceField<Values, { ref: string; name: string }>
        form={form}
        name="addedFact"
        label={t('Add a record')}
        path="/search"
        needsWords
        option={({ ref, name }) => ({ value: ref, label: name })}
      />
    </FieldGroup>
  )
}
