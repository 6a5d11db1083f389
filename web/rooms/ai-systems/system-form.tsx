import { useDebouncedValue } from '@mantine/hooks'
import { t } from '../../messages/index.ts'
import { api, useRecord } from '../../ui/api.ts'
import {
  ChoiceField,
  DateField,
  FieldGroup,
  Form,
  MultiSelectField,
  ReferenceField,
  SelectField,
  TagsField,
  TextareaField,
  TextField,
  useForm,
  type FormState,
} from '../../ui/form.tsx'
import { Link } from '../../ui/link.tsx'
import { useGo } from '../../ui/navigation.ts'
import styles from './ai-systems.module.css'
import {
  autonomyLevels,
  dataClasses,
  individualDecisions,
  optionsOf,
  places,
  provenances,
  states,
  type System,
} from './words.ts'

type Values = {
  name: string
  reference: string
  purpose: string
  description: string
  supplier: string
  owner: string
  unit: string
  provenance: string
  autonomy: string
  individualDecisions: string
  intendedUsers: string
  humanOversight: string
  affectedGroups: string[]
  jurisdictions: string[]
  sectors: string[]
  dataClasses: string[]
  state: string
  since: string
}
type Named = { id: string; name: string }

const blank: Values = {
  name: '',
  reference: '',
  purpose: '',
  description: '',
  supplier: '',
  owner: '',
  unit: '',
  provenance: '',
  autonomy: '',
  individualDecisions: '',
  intendedUsers: '',
  humanOversight: '',
  affectedGroups: [],
  jurisdictions: [],
  sectors: [],
  dataClasses: [],
  state: 'proposed',
  since: '',
}

/** The same form for a new system and for changing one; only a new one is asked where it stands. */
export function SystemForm({ system }: { system?: System }) {
  const go = useGo()
  const form = useForm<Values, { id: string }>({
    id: `ai-system:${system?.id ?? 'new'}`,
    initial: system ? valuesOf(system) : blank,
    ...(system && { version: system.version }),
    check: ({ name }) => (name.trim() === '' ? { name: t('Name the AI system.') } : {}),
    save: (values, { version, changed }) =>
      system
        ? api.patch(`/ai-systems/${system.id}`, body(changed), { version })
        : api.post('/ai-systems', { ...body(values), state: values.state, since: values.since || null }),
    current: async () => {
      const now = await api.get<System>(`/ai-systems/${system?.id}`)
      return { values: valuesOf(now), version: now.version }
    },
    done: () => (system ? t('AI system saved') : t('AI system registered')),
    onSaved: ({ id }) => go(`/ai-systems/${id}`),
  })
  return (
    <Form
      form={form}
      submit={system ? t('Save changes') : t('Register AI system')}
      permission={system ? 'ai-systems:edit' : 'ai-systems:register'}
      cancel={system ? `/ai-systems/${system.id}` : '/ai-systems'}
    >
      <div>
        <TextField form={form} name="name" label={t('Name')} help={t('What people here call it.')} required />
        {!system && <LookAlikes name={form.values.name} />}
      </div>
      <TextareaField
        form={form}
        name="purpose"
        label={t('Purpose')}
        help={t('What it is for, and what it is not for. Approval asks for this.')}
      />
      <Answering form={form} {...(system && { system })} />
      {!system && <Standing form={form} />}
      <Source form={form} />
      <Persons form={form} />
      <FieldGroup legend={t('More')}>
        <TextareaField
          form={form}
          name="description"
          label={t('Description')}
          help={t('How it works, in a few sentences.')}
        />
        <TextField
          form={form}
          name="reference"
          label={t('Inventory number')}
          help={t('Your own number, if you keep one.')}
        />
        <TagsField
          form={form}
          name="sectors"
          label={t('Sectors')}
          help={t('Words of your own, such as lending or hiring. Enter ends one.')}
        />
      </FieldGroup>
    </Form>
  )
}

function Answering({ form, system }: { form: FormState<Values>; system?: System }) {
  return (
    <>
      <ReferenceField<Values, Named>
        form={form}
        name="owner"
        label={t('Owner')}
        help={t('The person who answers for it. Approval asks for one.')}
        path="/people"
        query={{ state: 'active' }}
        option={({ id, name }) => ({ value: id, label: name })}
        chosen={system?.owner ? { value: system.owner.id, label: system.owner.name } : undefined}
      />
      <ReferenceField<Values, Named>
        form={form}
        name="unit"
        label={t('Unit')}
        path="/units"
        option={({ id, name }) => ({ value: id, label: name })}
        chosen={system?.unit ? { value: system.unit.id, label: system.unit.name } : undefined}
      />
    </>
  )
}

function Standing({ form }: { form: FormState<Values> }) {
  return (
    <>
      <ChoiceField
        form={form}
        name="state"
        label={t('Where it stands today')}
        help={t('What runs already is registered as running. That nobody approved it yet stays visible.')}
        options={[
          { value: 'proposed', label: t('Proposed'), help: t('An idea, or wanted by somebody.') },
          { value: 'in-development', label: t('In development'), help: t('Being built, configured or tried out.') },
          { value: 'in-use', label: t('In use'), help: t('People work with it or are affected by it.') },
        ]}
      />
      {form.values.state !== 'proposed' && <DateField form={form} name="since" label={t('Since')} />}
    </>
  )
}

function Source({ form }: { form: FormState<Values> }) {
  return (
    <FieldGroup legend={t('Where it comes from')}>
      <SelectField form={form} name="provenance" label={t('Provenance')} options={optionsOf(provenances)} />
      <TextField
        form={form}
        name="supplier"
        label={t('Supplier')}
        help={t('Who supplies it or serves its model; empty where you build it all.')}
      />
      <MultiSelectField
        form={form}
        name="dataClasses"
        label={t('Data')}
        help={t('What goes into it or what it learns from.')}
        options={optionsOf(dataClasses)}
      />
      <MultiSelectField
        form={form}
        name="jurisdictions"
        label={t('Jurisdictions')}
        help={t('Where it is used or where its results take effect.')}
        options={places}
      />
    </FieldGroup>
  )
}

function Persons({ form }: { form: FormState<Values> }) {
  return (
    <FieldGroup legend={t('People and oversight')}>
      <TextareaField
        form={form}
        name="intendedUsers"
        label={t('Intended users')}
        help={t('Who is meant to use it.')}
        rows={2}
      />
      <SelectField
        form={form}
        name="individualDecisions"
        label={t('Decisions about individuals')}
        help={t('Such as who is hired, insured, lent to, treated or admitted.')}
        options={optionsOf(individualDecisions)}
      />
      <TagsField
        form={form}
        name="affectedGroups"
        label={t('People affected')}
        help={t('Groups, such as applicants or patients. Enter ends one.')}
      />
      <ChoiceField form={form} name="autonomy" label={t('Autonomy')} options={optionsOf(autonomyLevels)} />
      <TextareaField
        form={form}
        name="humanOversight"
        label={t('Human oversight')}
        help={t('Who watches it, and can stop or overrule it.')}
      />
    </FieldGroup>
  )
}

type LookAlike = { id: string; name: string; supplier: string; state: System['state'] }

/** Systems that look like what is typed, so that nothing is entered twice. */
export function LookAlikes({ name, except, linked = true }: { name: string; except?: string; linked?: boolean }) {
  const [settled] = useDebouncedValue(name.trim(), 300)
  const { data } = useRecord<{ items: LookAlike[] }>(settled.length > 2 ? '/ai-systems/similar' : null, {
    name: settled,
  })
  const items = data?.items.filter(({ id }) => id !== except) ?? []
  return (
    <div role="status">
      {items.length > 0 && (
        <div className={styles.alike}>
          <p>{t('Looks like what is known already:')}</p>
          <ul>
            {items.map((item) => (
              <li key={item.id}>
                {linked ? <Link to={`/ai-systems/${item.id}`}>{item.name}</Link> : <strong>{item.name}</strong>}
                {item.supplier && ` · ${item.supplier}`} · {states[item.state].label}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}

/** What the API takes: nothing chosen is null, and where it stands is not edited. */
function body({ state: _state, since: _since, ...values }: Partial<Values>) {
  const nullable = ['owner', 'unit', 'provenance', 'autonomy', 'individualDecisions'] as const
  const chosen = Object.fromEntries(
    nullable.filter((name) => values[name] !== undefined).map((name) => [name, values[name] || null]),
  )
  return { ...values, ...chosen }
}

function valuesOf(system: System): Values {
  const { name, reference, purpose, description, supplier, intendedUsers, humanOversight } = system
  const { affectedGroups, jurisdictions, sectors, dataClasses: classes } = system
  return {
    ...blank,
    name,
    reference,
    purpose,
    description,
    supplier,
    intendedUsers,
    humanOversight,
    affectedGroups,
    jurisdictions,
    sectors,
    dataClasses: classes,
    owner: system.owner?.id ?? '',
    unit: system.unit?.id ?? '',
    provenance: system.provenance ?? '',
    autonomy: system.autonomy ?? '',
    individualDecisions: system.individualDecisions ?? '',
  }
}
