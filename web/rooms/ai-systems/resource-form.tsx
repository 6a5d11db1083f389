import { t } from '../../messages/index.ts'
import { api } from '../../ui/api.ts'
import {
  ChoiceField,
  DateField,
  Form,
  MultiSelectField,
  ReferenceField,
  TextareaField,
  TextField,
  useForm,
} from '../../ui/form.tsx'
import { optionsOf, places, resourceKinds, type System } from './words.ts'

type Resource = System['resources'][number]
type Values = {
  kind: Resource['kind']
  name: string
  detail: string
  supplier: string
  versionLabel: string
  countries: string[]
  capacity: string
  owner: string
  confirmedOn: string
}
type Named = { id: string; name: string }

const blank: Values = {
  kind: 'computing',
  name: '',
  detail: '',
  supplier: '',
  versionLabel: '',
  countries: [],
  capacity: '',
  owner: '',
  confirmedOn: '',
}

type Props = { system: System; resource?: Resource; close: () => void }

/** A new resource of a system, or a change of one; its kind stays what it was. */
export function ResourceForm({ system, resource, close }: Props) {
  const path = `/ai-systems/${system.id}/resources`
  const form = useForm<Values>({
    id: `ai-system:${system.id}:resource:${resource?.id ?? 'new'}`,
    initial: resource ? valuesOf(resource) : blank,
    ...(resource && { version: resource.version }),
    check: ({ name }): { name?: string } => (name.trim() === '' ? { name: t('Name the resource.') } : {}),
    save: (values, { version, changed }) =>
      resource ? api.patch(`${path}/${resource.id}`, body(changed), { version }) : api.post(path, body(values)),
    done: () => t('Resource saved'),
    onSaved: close,
  })
  const { kind } = form.values
  return (
    <Form form={form} submit={resource ? t('Save changes') : t('Record resource')} permission="ai-systems:edit">
      {!resource && <ChoiceField form={form} name="kind" label={t('Kind')} options={optionsOf(resourceKinds)} />}
      <TextField form={form} name="name" label={t('Name')} required />
      {kind !== 'people' && <TextField form={form} name="supplier" label={t('Supplier')} />}
      {kind === 'tooling' && <TextField form={form} name="versionLabel" label={t('Version')} />}
      {kind === 'computing' && (
        <MultiSelectField form={form} name="countries" label={t('Countries of processing')} options={places} />
      )}
      {kind === 'computing' && (
        <TextField
          form={form}
          name="capacity"
          label={t('Capacity')}
          help={t('Such as 4 GPUs or 200 requests a second.')}
        />
      )}
      <ReferenceField<Values, Named>
        form={form}
        name="owner"
        label={t('Owner')}
        path="/people"
        query={{ state: 'active' }}
        option={({ id, name }) => ({ value: id, label: name })}
        chosen={resource?.owner ? { value: resource.owner.id, label: resource.owner.name } : undefined}
      />
      <TextareaField
        form={form}
        name="detail"
        label={t('Detail')}
        help={kind === 'people' ? t('Which skills, for which stage, oversight included.') : undefined}
      />
      <DateField
        form={form}
        name="confirmedOn"
        label={t('Confirmed on')}
        help={t('When somebody last checked that this is so.')}
      />
    </Form>
  )
}

function body(values: Partial<Values>) {
  const { owner, confirmedOn } = values
  return {
    ...values,
    ...(owner !== undefined && { owner: owner || null }),
    ...(confirmedOn !== undefined && { confirmedOn: confirmedOn || null }),
  }
}

function valuesOf({ id: _id, version: _version, owner, confirmedOn, ...resource }: Resource): Values {
  return { ...resource, owner: owner?.id ?? '', confirmedOn: confirmedOn ?? '' }
}
