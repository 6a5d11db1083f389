import { t } from '../../messages/index.ts'
import { api } from '../../ui/api.ts'
import { Form, SelectField, TextField, useForm } from '../../ui/form.tsx'
import { useGo } from '../../ui/navigation.ts'
import { optionsOf, partyKinds, type PartyView } from './words.ts'

type Values = { name: string; kind: string }

/** The same form for a new party and for changing one. */
export function PartyForm({ party, onSaved }: { party?: PartyView; onSaved?: () => void }) {
  const go = useGo()
  const form = useForm<Values, { id: string }>({
    id: `interested-party:${party?.id ?? 'new'}`,
    initial: { name: party?.name ?? '', kind: party?.kind ?? '' },
    ...(party && { version: party.version }),
    check: ({ name, kind }) => ({
      ...(name.trim() === '' && { name: t('Name the party.') }),
      ...(kind === '' && { kind: t('Choose a kind.') }),
    }),
    save: (values, { version, changed }) =>
      party
        ? api.patch(`/interested-parties/${party.id}`, changed, { version })
        : api.post('/interested-parties', values),
    current: async () => {
      const { name, kind, version } = await api.get<PartyView>(`/interested-parties/${party?.id}`)
      return { values: { name, kind }, version }
    },
    done: () => t('Party saved'),
    onSaved: ({ id }) => (onSaved ? onSaved() : go(`/interested-parties/${id}`)),
  })
  return (
    <Form
      form={form}
      submit={party ? t('Save changes') : t('Record party')}
      permission="context:edit"
      {...(!party && { cancel: '/interested-parties' })}
    >
      <TextField
        form={form}
        name="name"
        label={t('Party')}
        help={t('A group or a body, such as “Loan applicants” or “Data protection authority”.')}
        required
      />
      <SelectField form={form} name="kind" label={t('Kind')} options={optionsOf(partyKinds)} required />
    </Form>
  )
}
