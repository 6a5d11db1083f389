import { t } from '../../messages/index.ts'
import { api, useList, useRecord } from '../../ui/api.ts'
import {
  Form,
  MultiSelectField,
  NumberField,
  ReferenceField,
  TextareaField,
  TextField,
  useForm,
} from '../../ui/form.tsx'
import { useGo } from '../../ui/navigation.ts'
import type { AnswerOf, ItemOf } from '../answer-of.ts'
import type { ProcessView } from './words.ts'

type Person = ItemOf<'/api/v1/people'>
type Framework = AnswerOf<'/api/v1/frameworks/{framework}'>
const offered = 200

type Values = {
  name: string
  description: string
  owner: string
  clauses: string[]
  feeds: string[]
  intervalMonths: number | null
}

const blank: Values = { name: '', description: '', owner: '', clauses: [], feeds: [], intervalMonths: null }

/** The same form for a new process and for changing one. */
export function ProcessForm({ process, onSaved }: { process?: ProcessView; onSaved?: () => void }) {
  const go = useGo()
  const others = useList<ProcessView>('/processes', { limit: offered, state: 'current' }).data?.items ?? []
  const standard = useRecord<Framework>('/frameworks/ISO-42001-2023').data?.requirements ?? []
  const form = useForm<Values, { id: string }>({
    id: `process:${process?.id ?? 'new'}`,
    initial: process ? valuesOf(process) : blank,
    ...(process && { version: process.version }),
    check: ({ name }): { name?: string } => (name.trim() === '' ? { name: t('Name the process.') } : {}),
    save: (values, { version, changed }) =>
      process
        ? api.patch(`/processes/${process.id}`, bodyOf(changed), { version })
        : api.post('/processes', bodyOf(values)),
    current: async () => {
      const now = await api.get<ProcessView>(`/processes/${process?.id}`)
      return { values: valuesOf(now), version: now.version }
    },
    done: () => t('Process saved'),
    onSaved: ({ id }) => (onSaved ? onSaved() : go(`/processes/${id}`)),
  })
  return (
    <Form
      form={form}
      submit={process ? t('Save changes') : t('Record process')}
      permission="context:edit"
      {...(!process && { cancel: '/processes' })}
    >
      <TextField form={form} name="name" label={t('Process')} required />
      <TextareaField
        form={form}
        name="description"
        label={t('What happens in it')}
        help={t('What starts it, what it does, and what comes out.')}
      />
      <ReferenceField<Values, Person>
        form={form}
        name="owner"
        label={t('Owner')}
        help={t('Who answers for it.')}
        path="/people"
        query={{ state: 'active' }}
        option={(person) => ({ value: person.id, label: person.name })}
        chosen={process?.owner ? { value: process.owner.id, label: process.owner.name } : undefined}
      />
      <NumberField
        form={form}
        name="intervalMonths"
        label={t('Runs every … months')}
        help={t('Leave it open where it runs on occasion.')}
        min={1}
        max={60}
        step={1}
      />
      <MultiSelectField
        form={form}
        name="clauses"
        label={t('Clauses it serves')}
        options={standard
          .filter(({ heading, kind }) => !heading && (kind === 'clause' || kind === 'control'))
          .map(({ ref, title }) => ({ value: ref, label: `${ref} ${title}` }))}
      />
      <MultiSelectField
        form={form}
        name="feeds"
        label={t('Feeds')}
        help={t('The processes that work with what comes out of this one.')}
        options={others.filter(({ id }) => id !== process?.id).map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Form>
  )
}

function valuesOf({ name, description, owner, clauses, feeds, intervalMonths }: ProcessView): Values {
  return { name, description, owner: owner?.id ?? '', clauses, feeds, intervalMonths }
}

function bodyOf({ owner, ...values }: Partial<Values>) {
  return { ...values, ...(owner !== undefined && { owner: owner === '' ? null : owner }) }
}
