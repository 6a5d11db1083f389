import { t } from '../../messages/index.ts'
import { api } from '../../ui/api.ts'
import { DateField, Form, ReferenceField, SelectField, TextareaField, TextField, useForm } from '../../ui/form.tsx'
import { type Obligation, optionsOf, sourceKinds } from './words.ts'

type Values = {
  title: string
  sourceKind: string
  source: string
  article: string
  reference: string
  asks: string
  system: string
  owner: string
  fulfilment: string
  reportsTo: string
  dueOn: string
  dueSource: string
  reviewDueOn: string
}
type Named = { id: string; name: string }

/** The same form for a new obligation and for changing one. */
export function ObligationForm({ obligation, onSaved }: { obligation?: Obligation; onSaved: (id: string) => void }) {
  const form = useForm<Values, { id: string }>({
    id: `obligation:${obligation?.id ?? 'new'}`,
    initial: valuesOf(obligation),
    ...(obligation && { version: obligation.version }),
    check: ({ title, source }): { title?: string; source?: string } => ({
      ...(title.trim() === '' && { title: t('Say in a few words what is owed.') }),
      ...(source.trim() === '' && { source: t('Name the law, contract or standard.') }),
    }),
    save: (values, { version, changed }) =>
      obligation
        ? api.patch(`/obligations/${obligation.id}`, bodyOf(changed), { version })
        : api.post('/obligations', bodyOf(values)),
    current: async () => {
      const now = await api.get<Obligation>(`/obligations/${obligation?.id}`)
      return { values: valuesOf(now), version: now.version }
    },
    done: () => (obligation ? t('Obligation saved') : t('Obligation added')),
    onSaved: ({ id }) => onSaved(id),
  })
  return (
    <Form form={form} submit={obligation ? t('Save changes') : t('Add obligation')} permission="obligations:edit">
      <TextField form={form} name="title" label={t('What is owed')} required />
      <SelectField
        form={form}
        name="sourceKind"
        label={t('Kind of source')}
        options={optionsOf(sourceKinds)}
        required
      />
      <TextField form={form} name="source" label={t('Source')} required />
      <TextField form={form} name="article" label={t('Article or section')} />
      <TextareaField form={form} name="asks" label={t('What it asks, in your own words')} />
      {!obligation && (
        <ReferenceField<Values, Named>
          form={form}
          name="system"
          label={t('AI system')}
          help={t('Empty: the organisation as a whole. More can be added afterwards.')}
          path="/ai-systems"
          option={({ id, name }) => ({ value: id, label: name })}
        />
      )}
      <ReferenceField<Values, Named>
        form={form}
        name="owner"
        label={t('Owner')}
        path="/people"
        query={{ state: 'active' }}
        option={({ id, name }) => ({ value: id, label: name })}
        chosen={chosen(obligation?.owner)}
      />
      <TextareaField form={form} name="fulfilment" label={t('How it is fulfilled')} />
      <TextField
        form={form}
        name="reportsTo"
        label={t('Who has to be told')}
        help={t('An authority, a customer, a provider: where it asks you to report. Empty: nobody.')}
      />
      <DateField form={form} name="dueOn" label={t('Applies from')} />
      <TextField form={form} name="dueSource" label={t('Source of that date')} />
      <DateField form={form} name="reviewDueOn" label={t('Next review')} />
      <TextField form={form} name="reference" label={t('Number')} help={t('Your own, if you have one.')} />
    </Form>
  )
}

function chosen(one: Named | null | undefined) {
  return one ? { value: one.id, label: one.name } : undefined
}

function valuesOf(it?: Obligation): Values {
  return {
    title: it?.title ?? '',
    sourceKind: it?.sourceKind ?? 'law',
    source: it?.source ?? '',
    article: it?.article ?? '',
    reference: it?.reference ?? '',
    asks: it?.asks ?? '',
    system: it?.systems[0]?.id ?? '',
    owner: it?.owner?.id ?? '',
    fulfilment: it?.fulfilment ?? '',
    reportsTo: it?.reportsTo ?? '',
    dueOn: it?.dueOn ?? '',
    dueSource: it?.dueSource ?? '',
    reviewDueOn: it?.reviewDueOn ?? '',
  }
}

/** The API says null where nobody and no day is chosen. */
function bodyOf({ system, owner, dueOn, reviewDueOn, ...rest }: Partial<Values>) {
  return {
    ...rest,
    ...(system !== undefined && { systems: system === '' ? [] : [system] }),
    ...(owner !== undefined && { owner: owner || null }),
    ...(dueOn !== undefined && { dueOn: dueOn || null }),
    ...(reviewDueOn !== undefined && { reviewDueOn: reviewDueOn || null }),
  }
}
