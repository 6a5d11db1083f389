import { t } from '../../messages/index.ts'
import { api } from '../../ui/api.ts'
import {
  ChoiceField,
  FieldGroup,
  Form,
  ReferenceField,
  TextareaField,
  TextField,
  useForm,
  type FormState,
} from '../../ui/form.tsx'
import { useGo } from '../../ui/navigation.ts'
import { AgentFields, DatasetFields, ModelFields } from './component-fields.tsx'
import { blankValues, bodyOf, type ComponentValues as Values, valuesOf } from './component-values.ts'
import { type Component, kinds } from './words.ts'

type Named = { id: string; name: string }

const kindOptions = [
  { value: 'model', label: kinds.model, help: t('Trained, fine-tuned, obtained or called over an API.') },
  { value: 'dataset', label: kinds.dataset, help: t('What a model learns from, is tested on or works with.') },
  { value: 'prompt', label: kinds.prompt, help: t('A system prompt or template that shapes answers.') },
  { value: 'agent', label: kinds.agent, help: t('AI that takes steps and uses tools by itself.') },
]

/** The same form for something new and for changing it; the kind is chosen once. */
export function ComponentForm({ component }: { component?: Component }) {
  const go = useGo()
  const form = useForm<Values, { id: string }>({
    id: `component:${component?.id ?? 'new'}`,
    initial: component ? valuesOf(component) : blankValues,
    ...(component && { version: component.version }),
    check: ({ name }): { name?: string } => (name.trim() === '' ? { name: t('Name it.') } : {}),
    save: (values, { version, changed }) =>
      component
        ? api.patch(`/components/${component.id}`, bodyOf(component.kind, changed), { version })
        : api.post('/components', bodyOf(values.kind, values)),
    current: async () => {
      const now = await api.get<Component>(`/components/${component?.id}`)
      return { values: valuesOf(now), version: now.version }
    },
    done: () => t('Saved'),
    onSaved: ({ id }) => go(`/components/${id}`),
  })
  const { kind } = form.values
  return (
    <Form
      form={form}
      submit={component ? t('Save changes') : t('Register')}
      permission={component ? 'components:edit' : 'components:register'}
      cancel={component ? `/components/${component.id}` : '/components'}
    >
      {!component && <ChoiceField form={form} name="kind" label={t('Kind')} options={kindOptions} />}
      <TextField form={form} name="name" label={t('Name')} required />
      <TextareaField form={form} name="purpose" label={t('Purpose')} help={t('What it is for here.')} />
      <ReferenceField<Values, Named>
        form={form}
        name="owner"
        label={t('Owner')}
        path="/people"
        query={{ state: 'active' }}
        option={({ id, name }) => ({ value: id, label: name })}
        chosen={component?.owner ? { value: component.owner.id, label: component.owner.name } : undefined}
      />
      {kind === 'model' && <ModelFields form={form} />}
      {kind === 'dataset' && <DatasetFields form={form} />}
      {kind === 'agent' && <AgentFields form={form} />}
      <Rest form={form} />
    </Form>
  )
}

function Rest({ form }: { form: FormState<Values> }) {
  return (
    <FieldGroup legend={t('More')}>
      <TextField form={form} name="supplier" label={t('Supplier')} />
      <TextField
        form={form}
        name="location"
        label={t('Location')}
        help={t('Where it is kept: an address, a registry, a bucket.')}
      />
      <TextField form={form} name="licence" label={t('Licence or terms')} />
      <TextareaField form={form} name="description" label={t('Description')} />
      <TextField
        form={form}
        name="reference"
        label={t('Inventory number')}
        help={t('Your own number, if you keep one.')}
      />
    </FieldGroup>
  )
}
