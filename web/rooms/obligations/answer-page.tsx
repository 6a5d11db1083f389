import { actLabels as labels } from '@assay/server/rooms/obligations/model.ts'
import { t } from '../../messages/index.ts'
import { api, useRecord } from '../../ui/api.ts'
import { CheckboxField, DateField, FieldGroup, Form, MultiSelectField, SelectField, useForm } from '../../ui/form.tsx'
import { useGo, useParameter } from '../../ui/navigation.ts'
import { Page } from '../../ui/page.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { toBody, valuesFrom } from './answers.ts'
import styles from './obligations.module.css'
import { type Act, citedOptionsOf, optionsOf, placedOptionsOf, proposedFrom } from './words.ts'

/** The questions of the EU AI Act about one AI system, filled with what was answered or what records propose. */
export default function AnswerPage() {
  const id = useParameter('id')
  const { data: act, error } = useRecord<Act>(`/ai-systems/${id}/ai-act`)
  const { data: system } = useRecord<{ name: string }>(`/ai-systems/${id}`)
  if (error) return <ProblemAlert error={error} />
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
  const form = useForm({
    id: `ai-system:${id}:ai-act`,
    initial: valuesFrom(given),
    check: ({ reach, profiling }): { reach?: string; profiling?: string } => ({
      ...(reach === '' && { reach: t('Choose one.') }),
      ...(profiling === '' && { profiling: t('Choose one.') }),
    }),
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
        <FieldGroup legend={t('Reach and role')}>
          <SelectField
            form={form}
            name="reach"
            label={t('Where does it reach? (Art. 2)')}
            options={optionsOf(labels.reachLabels)}
            required
          />
          <MultiSelectField
            form={form}
            name="exclusions"
            label={t('Is it left out of the Act?')}
            options={citedOptionsOf(labels.exclusionLabels)}
          />
          <MultiSelectField
            form={form}
            name="supply"
            label={t('What do you do with it?')}
            help={t('The roles of the Act follow from it. They are not those of ISO/IEC 22989.')}
            options={citedOptionsOf(labels.supplyLabels)}
          />
          <CheckboxField form={form} name="inUnion" label={t('We are established in the Union (Art. 22, 54)')} />
          <CheckboxField
            form={form}
            name="publicBody"
            label={t('We are a public body or provide public services (Art. 27)')}
          />
        </FieldGroup>
        <FieldGroup legend={t('Forbidden practices (Art. 5)')}>
          <MultiSelectField
            form={form}
            name="practices"
            label={t('Does it do any of these?')}
            options={placedOptionsOf(labels.practiceLabels, 'Art. ')}
          />
        </FieldGroup>
        <FieldGroup legend={t('High risk (Art. 6)')}>
          <SelectField
            form={form}
            name="annexI"
            label={t('Is it, or does it secure, a product of Annex I?')}
            options={[{ value: 'no', label: t('No') }, ...optionsOf(labels.annexILabels)]}
          />
          <MultiSelectField
            form={form}
            name="annexIii"
            label={t('Which uses of Annex III does it have?')}
            options={placedOptionsOf(labels.useLabels)}
          />
          <SelectField
            form={form}
            name="profiling"
            label={t('Does it profile persons? (Art. 6(3))')}
            help={t('Profiling is never excepted from high risk.')}
            options={optionsOf(labels.profilingLabels)}
            required
          />
          <MultiSelectField
            form={form}
            name="exceptions"
            label={t('Does a condition of an exception hold?')}
            help={t('Only for a use of Annex III.')}
            options={placedOptionsOf(labels.exceptionLabels, 'Art. ')}
          />
        </FieldGroup>
        <FieldGroup legend={t('Transparency (Art. 50)')}>
          <MultiSelectField
            form={form}
            name="transparency"
            label={t('Which of these is so?')}
            options={citedOptionsOf(labels.transparencyLabels)}
          />
          <MultiSelectField
            form={form}
            name="transparencyExceptions"
            label={t('Which exceptions hold?')}
            options={citedOptionsOf(labels.transparencyExceptionLabels)}
          />
        </FieldGroup>
        <FieldGroup legend={t('General-purpose models and dates')}>
          <SelectField
            form={form}
            name="gpai"
            label={t('Do you place a general-purpose model on the market? (Art. 51, 53)')}
            options={optionsOf(labels.gpaiLabels)}
          />
          <CheckboxField form={form} name="openSource" label={t('The model is free and open source (Art. 53(2))')} />
          <DateField
            form={form}
            name="placedOn"
            label={t('On the market or in service since (Art. 111)')}
            help={t('Empty: not yet.')}
          />
          <CheckboxField
            form={form}
            name="changedSince"
            label={t('Its design changed significantly since the rules apply (Art. 111(2))')}
          />
        </FieldGroup>
      </Form>
    </>
  )
}
