import { t } from '../../messages/index.ts'
import { api, useList, type ListAnswer } from '../../ui/api.ts'
import {
  ChoiceField,
  FieldGroup,
  Form,
  MultiSelectField,
  NumberField,
  ReferenceField,
  TagsField,
  TextareaField,
  TextField,
  useForm,
} from '../../ui/form.tsx'
import { type Control, scopes } from './words.ts'

type Values = {
  name: string
  reference: string
  how: string
  owner: string
  scope: string
  systems: string[]
  requirements: string[]
  checkHow: string
  checkMonths: number | null
}
type Named = { id: string; name: string }
type ControlFormProps = { control?: Control; requirement?: string; onSaved: (id: string) => void }

const annexA = 'ISO-42001-2023/'

/** The same form for a new control and for changing one. */
export function ControlForm({ control, requirement, onSaved }: ControlFormProps) {
  const form = useForm<Values, { id: string }>({
    id: `control:${control?.id ?? `new:${requirement ?? ''}`}`,
    initial: control ? valuesOf(control) : beginning(requirement),
    ...(control && { version: control.version }),
    check: ({ name }): { name?: string } => (name.trim() === '' ? { name: t('Give the control a short name.') } : {}),
    save: (values, { version, changed }) =>
      control
        ? api.patch(`/controls/${control.id}`, bodyOf(changed), { version })
        : api.post('/controls', bodyOf(values)),
    current: async () => {
      const now = await api.get<Control>(`/controls/${control?.id}`)
      return { values: valuesOf(now), version: now.version }
    },
    done: ({ id }) =>
      control
        ? t('Control saved')
        : {
            message: t('Control planned'),
            undo: () => api.post(`/controls/${id}/retire`, { reason: t('Planned by mistake') }),
          },
    onSaved: ({ id }) => onSaved(id),
  })
  const { data: systems } = useList<Named>('/ai-systems', { sort: 'name', limit: 200 })
  return (
    <Form form={form} submit={control ? t('Save changes') : t('Plan control')} permission="controls:edit">
      <TextField
        form={form}
        name="name"
        label={t('Control')}
        help={t('A short name, such as “Monthly review of refusals”.')}
        required
      />
      <TextareaField
        form={form}
        name="how"
        label={t('How it runs')}
        help={t('Who does what, when, with which tool.')}
        rows={4}
      />
      <ReferenceField<Values, Named>
        form={form}
        name="owner"
        label={t('Owner')}
        path="/people"
        query={{ state: 'active' }}
        option={({ id, name }) => ({ value: id, label: name })}
        chosen={control?.owner ? { value: control.owner.id, label: control.owner.name } : undefined}
      />
      <TagsField
        form={form}
        name="requirements"
        label={t('Requirements that it serves')}
        help={t(
          'Numbers such as A.6.2.4 or 8.1; of other frameworks with the framework before it, such as ISO-27001-2022/A.8.29.',
        )}
      />
      <ChoiceField
        form={form}
        name="scope"
        label={t('Covers')}
        options={Object.entries(scopes).map(([value, label]) => ({ value, label }))}
      />
      {form.values.scope === 'systems' && (
        <MultiSelectField
          form={form}
          name="systems"
          label={t('AI systems')}
          options={systemOptions(systems, control?.systems ?? [])}
          {...(systems &&
            systems.total > systems.items.length && {
              help: t('The first {count, number} by name are offered; link others from the API.', {
                count: systems.items.length,
              }),
            })}
        />
      )}
      <FieldGroup legend={t('How its working is checked')}>
        <TextareaField
          form={form}
          name="checkHow"
          label={t('Check')}
          help={t('What somebody looks at to see that it works.')}
        />
        <NumberField form={form} name="checkMonths" label={t('Every so many months')} min={1} max={60} />
      </FieldGroup>
      <TextField form={form} name="reference" label={t('Number')} help={t('Your own, where you have one.')} />
    </Form>
  )
}

function beginning(requirement?: string): Values {
  const requirements = requirement ? [shortOf(requirement)] : []
  return {
    name: '',
    reference: '',
    how: '',
    owner: '',
    scope: 'organization',
    systems: [],
    requirements,
    checkHow: '',
    checkMonths: 3,
  }
}

function valuesOf(control: Control): Values {
  const { name, reference, how, owner, scope, systems, requirements, checkHow, checkMonths } = control
  return {
    name,
    reference,
    how,
    scope,
    checkHow,
    checkMonths,
    owner: owner?.id ?? '',
    systems: systems.map(({ id }) => id),
    requirements: requirements.map(({ key }) => shortOf(key)),
  }
}

// A number without a framework is one of ISO/IEC 42001, as people write it.
function shortOf(key: string): string {
  return key.startsWith(annexA) ? key.slice(annexA.length) : key
}

function bodyOf({ owner, requirements, ...rest }: Partial<Values>) {
  return {
    ...rest,
    ...(owner !== undefined && { owner: owner || null }),
    ...(requirements && { requirements: requirements.map((one) => (one.includes('/') ? one : annexA + one.trim())) }),
  }
}

function systemOptions(found: ListAnswer<Named> | undefined, chosen: Named[]) {
  const all = new Map([...chosen, ...(found?.items ?? [])].map(({ id, name }) => [id, name]))
  return [...all].map(([value, label]) => ({ value, label }))
}
