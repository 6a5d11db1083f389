import { fittingRelations } from '@assay/server/rooms/ai-systems/model.ts'
import { t } from '../../messages/index.ts'
import { api, useRecord } from '../../ui/api.ts'
import { Form, ReferenceField, SelectField, TextareaField, useForm } from '../../ui/form.tsx'
import { type ComponentItem, type Kind, kinds, relations } from './words.ts'

type Values = { to: string; relation: string; version: string; note: string }
type Version = { id: string; label: string; state: string }
type Props = { subject: string; kind: 'ai-system' | Kind; close: () => void }

/** Says on which component this record depends, and how. Only relations that can begin at this kind are offered. */
export function LinkForm({ subject, kind, close }: Props) {
  const offered = fittingRelations(kind)
  const form = useForm<Values>({
    id: `${subject}:link`,
    initial: { to: '', relation: offered[0]?.relation ?? '', version: '', note: '' },
    check: ({ to }): { to?: string } => (to === '' ? { to: t('Choose what it depends on.') } : {}),
    save: ({ to, relation, version, note }) =>
      api.post('/lineage', { from: subject, to, relation, version: version || null, note }),
    done: () => t('Linked'),
    onSaved: close,
  })
  const { to, relation } = form.values
  const targets = offered.find((one) => one.relation === relation)?.to ?? []
  const versions = useRecord<{ items: Version[] }>(to === '' ? null : `/components/${to}/versions`, { limit: 50 })
  return (
    <Form form={form} submit={t('Link')} permission="components:edit">
      <SelectField
        form={form}
        name="relation"
        label={t('Relation')}
        help={t('This record … the one chosen below.')}
        options={offered.map((one) => ({ value: one.relation, label: relations[one.relation] }))}
        required
      />
      <ReferenceField<Values, ComponentItem>
        form={form}
        name="to"
        label={t('Depends on')}
        help={targets.map((target) => kinds[target]).join(', ')}
        path="/components"
        query={{ kind: targets.join(','), state: 'active' }}
        option={(row) => ({ value: row.id, label: `${row.name} (${kinds[row.kind]})` })}
        required
      />
      {(versions.data?.items.length ?? 0) > 0 && (
        <SelectField
          form={form}
          name="version"
          label={t('Version')}
          help={t('The version in use, where you know it.')}
          options={(versions.data?.items ?? []).map(({ id, label }) => ({ value: id, label }))}
        />
      )}
      <TextareaField form={form} name="note" label={t('Note')} rows={2} />
    </Form>
  )
}
