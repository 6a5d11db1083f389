import { t } from '../../messages/index.ts'
import {
  ChoiceField,
  FieldGroup,
  NumberField,
  ReferenceField,
  SelectField,
  TextField,
  type FormState,
} from '../../ui/form.tsx'
import { kinds, optionsOf, readers, type Document } from './words.ts'

/** How a document is kept, as its forms hold it. */
export type Keeping = {
  title: string
  kind: string
  code: string
  owner: string
  readers: string
  retentionMonths: number | null
  reviewMonths: number | null
}

type Person = { id: string; name: string }

export const blankKeeping: Keeping = {
  title: '',
  kind: '',
  code: '',
  owner: '',
  readers: 'aims',
  retentionMonths: null,
  reviewMonths: 12,
}

export function keepingOf({
  title,
  kind,
  code,
  owner,
  readers: who,
  retentionMonths,
  reviewMonths,
}: Document): Keeping {
  return { title, kind, code: code ?? '', owner: owner?.id ?? '', readers: who, retentionMonths, reviewMonths }
}

/** What the API takes: what is left empty is null. */
export function keepingBody<Values extends Partial<Keeping>>({ code, owner, ...rest }: Values) {
  return {
    ...rest,
    ...(code !== undefined && { code: code.trim() || null }),
    ...(owner !== undefined && { owner: owner || null }),
  }
}

export type KeepingFieldsProps = {
  form: FormState<Keeping>
  owner?: { value: string; label: string } | undefined
  /** The kind follows from elsewhere, or cannot change any more. */
  fixedKind?: boolean
}

/** The fields of how a document is kept: what it is, who answers for it, who reads it, for how long. */
export function KeepingFields({ form, owner, fixedKind = false }: KeepingFieldsProps) {
  return (
    <>
      <TextField form={form} name="title" label={t('Title')} required />
      {!fixedKind && (
        <SelectField
          form={form}
          name="kind"
          label={t('What it is for')}
          help={t('Says which clauses and controls it serves.')}
          options={optionsOf(kinds)}
          required
        />
      )}
      <TextField form={form} name="code" label={t('Reference')} help={t('Your own, such as AIMS-POL-01.')} />
      <ReferenceField<Keeping, Person>
        form={form}
        name="owner"
        label={t('Owner')}
        help={t('Who answers for it and is asked to review it.')}
        path="/people"
        query={{ state: 'active' }}
        option={(person) => ({ value: person.id, label: person.name })}
        chosen={owner}
      />
      <FieldGroup legend={t('How it is kept')}>
        <ChoiceField form={form} name="readers" label={t('Who may read it')} options={optionsOf(readers)} />
        <NumberField
          form={form}
          name="reviewMonths"
          label={t('Months between reviews')}
          help={t('The next review is reckoned from the day a version takes effect, and from each review.')}
          min={1}
          max={120}
          step={1}
        />
        <NumberField
          form={form}
          name="retentionMonths"
          label={t('Retention in months')}
          help={t('How long versions are kept after they became obsolete.')}
          min={1}
          max={1200}
          step={1}
        />
      </FieldGroup>
    </>
  )
}

export function complaintsAbout({ title, kind }: Pick<Keeping, 'title' | 'kind'>): { title?: string; kind?: string } {
  return {
    ...(title.trim() === '' && { title: t('Give it a title.') }),
    ...(kind === '' && { kind: t('Choose what it is for.') }),
  }
}
