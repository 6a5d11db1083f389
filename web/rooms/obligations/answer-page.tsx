import { actLabels as labels } from '@assay/server/rooms/obligations/model.ts'
import { t } from '../../messages/index.ts'
import { api, useRecord } from '../../ui/api.ts'
import {
  CheckboxField,
  ChecklistField,
  ChoiceField,
  DateField,
  FieldGroup,
  Form,
  type FormState,
  useForm,
} from '../../ui/form.tsx'
import { useGo, useParameter } from '../../ui/navigation.ts'
import { Page } from '../../ui/page.tsx'
import { type AnswerValues, asksExceptions, held, toBody, unanswered, valuesFrom } from './answers.ts'
import styles from './obligations.module.css'
import { type Act, citedOptionsOf, optionsOf, placedOptionsOf, proposedFrom, questions, usesOf } from './words.ts'

/** The questions of the EU AI Act about one AI system, filled with what was answered or what records propose. */
export default function AnswerPage() {
  const id = useParameter('id')
  const { data: act, error } = useRecord<Act>(`/ai-systems/${id}/ai-act`)
  const { data: system } = useRecord<{ name: string }>(`/ai-systems/${id}`)
  if (error) throw error
  if (!act || !system) return null
  return (
    <Page
      title={t('EU AI Act: {name}', { name: system.name })}
      lead={t('Each question names the article it comes from. The result is a reading by rules, no legal advice.')}
      crumbs={[
        { label: t('AI systems'), to: '/ai-systems' },
        { label: system.name, to: `/ai-systems/${id}?tab=ai-act` },
      ]}
      width="text"
    >
      <Questions id={id} act={act} />
    </Page>
  )
}

function Questions({ id, act }: { id: string; act: Act }) {
  const go = useGo()
  const given = act.assessment?.answers ?? act.proposal.answers
  const form = useForm<AnswerValues>({
    id: `ai-system:${id}:ai-act`,
    initial: valuesFrom(given),
    check: (values) => Object.fromEntries(unanswered(values).map((name) => [name, t('Answer this.')])),
    save: (values) => api.post(`/ai-systems/${id}/ai-act/answers`, toBody(values)),
    done: () => t('Answers recorded'),
    onSaved: () => go(`/ai-systems/${id}?tab=ai-act`),
  })
  const proposed = act.assessment ? [] : act.proposal.from.map((from) => proposedFrom[from] ?? from)
  return (
    <>
      {proposed.length > 0 && (
        <p className={styles.note}>
          {t('Filled in from {from}. Check each before you record.', { from: proposed.join(', ') })}
        </p>
      )}
      <Form form={form} submit={t('Record answers')} permission="obligations:edit">
        <ReachAndRole form={form} />
        <FieldGroup legend={t('Forbidden practices (Art. 5)')}>
          <ChecklistField
            form={form}
            name="practices"
            label={questions.practices}
            help={t('Read each of them. That none holds is an answer too.')}
            options={placedOptionsOf(labels.practiceLabels, 'Art. ')}
            none={t('None of these')}
            required
          />
        </FieldGroup>
        <HighRisk form={form} />
        <Transparency form={form} />
        <ModelsAndDates form={form} />
      </Form>
    </>
  )
}

type Group = { form: FormState<AnswerValues> }

function ReachAndRole({ form }: Group) {
  return (
    <FieldGroup legend={t('Reach and role')}>
      <ChoiceField form={form} name="reach" label={questions.reach} options={optionsOf(labels.reachLabels)} required />
      <ChecklistField
        form={form}
        name="exclusions"
        label={questions.exclusions}
        options={citedOptionsOf(labels.exclusionLabels)}
        none={t('None of these')}
        required
      />
      <ChecklistField
        form={form}
        name="supply"
        label={questions.supply}
        help={t('The roles of the Act follow from it. They are not those of ISO/IEC 22989.')}
        options={citedOptionsOf(labels.supplyLabels)}
        none={t('None of these')}
        required
      />
      <CheckboxField form={form} name="inUnion" label={questions.inUnion} />
      <CheckboxField form={form} name="publicBody" label={questions.publicBody} />
    </FieldGroup>
  )
}

function HighRisk({ form }: Group) {
  return (
    <FieldGroup legend={t('High risk (Art. 6)')}>
      <ChoiceField
        form={form}
        name="annexI"
        label={questions.annexI}
        options={[...optionsOf(labels.annexILabels), { value: 'no', label: t('No') }]}
        required
      />
      <ChecklistField
        form={form}
        name="annexIii"
        label={questions.annexIii}
        options={usesOf(labels.useLabels)}
        none={t('None of these')}
        required
      />
      <ChoiceField
        form={form}
        name="profiling"
        label={questions.profiling}
        help={t('Profiling is never excepted from high risk.')}
        options={optionsOf(labels.profilingLabels)}
        required
      />
      {asksExceptions(form.values) && (
        <ChecklistField
          form={form}
          name="exceptions"
          label={questions.exceptions}
          help={t('One is enough. Whoever uses it writes the assessment down first, and registers.')}
          options={placedOptionsOf(labels.exceptionLabels, 'Art. ')}
          none={t('None of these')}
          required
        />
      )}
    </FieldGroup>
  )
}

function Transparency({ form }: Group) {
  return (
    <FieldGroup legend={t('Transparency (Art. 50)')}>
      <ChecklistField
        form={form}
        name="transparency"
        label={questions.transparency}
        options={citedOptionsOf(labels.transparencyLabels)}
        none={t('None of these')}
        required
      />
      {held(form.values.transparency).length > 0 && (
        <ChecklistField
          form={form}
          name="transparencyExceptions"
          label={questions.transparencyExceptions}
          options={citedOptionsOf(labels.transparencyExceptionLabels)}
          none={t('None of these')}
          required
        />
      )}
    </FieldGroup>
  )
}

function ModelsAndDates({ form }: Group) {
  return (
    <FieldGroup legend={t('General-purpose models and dates')}>
      <ChoiceField form={form} name="gpai" label={questions.gpai} options={optionsOf(labels.gpaiLabels)} required />
      <CheckboxField form={form} name="openSource" label={questions.openSource} />
      <DateField form={form} name="placedOn" label={questions.placedOn} help={t('Empty: not yet.')} />
      <CheckboxField form={form} name="changedSince" label={questions.changedSince} />
    </FieldGroup>
  )
}
