import { t } from '../../messages/index.ts'
import { api } from '../../ui/api.ts'
import {
  DateField,
  FieldGroup,
  Form,
  ReferenceField,
  TagsField,
  TextareaField,
  TextField,
  useForm,
} from '../../ui/form.tsx'
import { useGo } from '../../ui/navigation.ts'
import type { LibraryEntry, RiskDetail } from './words.ts'

type Values = {
  title: string
  reference: string
  source: string
  event: string
  forOrganization: string
  forIndividuals: string
  forSociety: string
  owner: string
  system: string
  controls: string[]
  reviewDueOn: string
}

type RiskFormProps = { risk?: RiskDetail; from?: LibraryEntry | undefined; system?: string; onSaved?: () => void }

/** The same form for a new risk, one adapted from the library, and an edit. */
export function RiskForm({ risk, from, system = '', onSaved }: RiskFormProps) {
  const go = useGo()
  const form = useForm<Values, { id: string }>({
    id: `risk:${risk?.id ?? `new:${from?.id ?? ''}`}`,
    initial: risk ? valuesOf(risk) : { ...beginning(from), system },
    ...(risk && { version: risk.version }),
    check: (values) => (values.title.trim() === '' ? { title: t('Give the risk a short name.') } : {}),
    save: (values, { version, changed }) =>
      risk
        ? api.patch(`/risks/${risk.id}`, bodyOf(changed), { version })
        : api.post('/risks', {
            ...bodyOf(values),
            systems: values.system === '' ? [] : [values.system],
            libraryId: from?.id ?? null,
          }),
    current: async () => {
      const now = await api.get<RiskDetail>(`/risks/${risk?.id}`)
      return { values: valuesOf(now), version: now.version }
    },
    done: () => t('Risk saved'),
    onSaved: ({ id }) => (onSaved ? onSaved() : go(`/risks/${id}`)),
  })
  return (
    <Form
      form={form}
      submit={risk ? t('Save changes') : t('Identify risk')}
      permission="risks:edit"
      {...(!risk && { cancel: '/risks' })}
    >
      <TextField
        form={form}
        name="title"
        label={t('Risk')}
        help={t('A short name, such as “Young applicants refused more often”.')}
        required
      />
      <TextareaField
        form={form}
        name="source"
        label={t('Source')}
        help={t('What it comes from: data, model, use, supplier, surroundings.')}
      />
      <TextareaField form={form} name="event" label={t('Event')} help={t('What would happen.')} />
      <FieldGroup legend={t('Consequences')} help={t('Of the same event, for each of those who bear it.')}>
        <TextareaField form={form} name="forOrganization" label={t('For the organisation')} />
        <TextareaField form={form} name="forIndividuals" label={t('For people')} />
        <TextareaField form={form} name="forSociety" label={t('For groups and society')} />
      </FieldGroup>
      {!risk && (
        <ReferenceField<Values, { id: string; name: string }>
          form={form}
          name="system"
          label={t('AI system')}
          help={t(
            'Where it comes from. Leave it empty for a risk of the whole organisation; more can be linked later.',
          )}
          path="/ai-systems"
          option={({ id, name }) => ({ value: id, label: name })}
        />
      )}
      <ReferenceField<Values, { id: string; name: string }>
        form={form}
        name="owner"
        label={t('Risk owner')}
        help={t('A person who answers for it and accepts what is left.')}
        path="/people"
        option={({ id, name }) => ({ value: id, label: name })}
        {...(risk?.owner && { chosen: { value: risk.owner.id, label: risk.owner.name } })}
      />
      <TagsField
        form={form}
        name="controls"
        label={t('Controls')}
        help={t('Ids of Annex A that bear on it, such as A.6.2.4.')}
      />
      <TextField form={form} name="reference" label={t('Number')} help={t('Your own, where you have one.')} />
      <DateField
        form={form}
        name="reviewDueOn"
        label={t('Review due')}
        help={t('A rating sets it by the criteria; earlier is possible.')}
      />
    </Form>
  )
}

function beginning(from: LibraryEntry | undefined): Values {
  const nothing = { reference: '', forOrganization: '', forIndividuals: '', forSociety: '' }
  return {
    ...nothing,
    title: from?.title ?? '',
    source: from?.causes.map((cause) => `${cause}.`).join(' ') ?? '',
    event: from?.description ?? '',
    owner: '',
    system: '',
    controls: from?.controls ?? [],
    reviewDueOn: '',
  }
}

function valuesOf(risk: RiskDetail): Values {
  const { title, reference, source, event, forOrganization, forIndividuals, forSociety, controls } = risk
  const words = { title, reference, source, event, forOrganization, forIndividuals, forSociety, controls }
  return { ...words, owner: risk.owner?.id ?? '', system: '', reviewDueOn: risk.reviewDueOn ?? '' }
}

function bodyOf({ owner, reviewDueOn, system: _system, ...values }: Partial<Values>) {
  return {
    ...values,
    ...(owner !== undefined && { owner: owner || null }),
    ...(reviewDueOn !== undefined && { reviewDueOn: reviewDueOn || null }),
  }
}
