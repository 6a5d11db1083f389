import { t } from '../../messages/index.ts'
import { api, useRecord } from '../../ui/api.ts'
import { ChoiceField, Form, ReferenceField, TextareaField, useForm } from '../../ui/form.tsx'
import { useAddress, useGo } from '../../ui/navigation.ts'
import { Page } from '../../ui/page.tsx'
import { occasions, optionsOf } from './words.ts'

type Named = { id: string; name: string }
type Values = { system: string; occasion: string; occasionNote: string }

/** `?system=` comes from the system's own page. */
export default function NewPage() {
  const [{ system = '' }] = useAddress()
  const known = useRecord<Named>(system === '' ? null : `/ai-systems/${system}`)
  if (system !== '' && known.isPending) return null
  return (
    <Page
      title={t('Assess a system')}
      lead={t('Where an approved assessment stands already, its answers are taken over, and you say what changed.')}
      crumbs={[{ label: t('Impact assessments'), to: '/impact-assessments' }]}
      width="text"
    >
      <Begin {...(known.data && { chosen: { value: known.data.id, label: known.data.name } })} />
    </Page>
  )
}

function Begin({ chosen }: { chosen?: { value: string; label: string } }) {
  const go = useGo()
  const form = useForm<Values, { id: string }>({
    id: `impact-assessment:new:${chosen?.value ?? ''}`,
    initial: { system: chosen?.value ?? '', occasion: 'new', occasionNote: '' },
    check: ({ system }): { system?: string } => (system === '' ? { system: t('Choose an AI system.') } : {}),
    save: (values) => api.post('/impact-assessments', values),
    onSaved: ({ id }) => go(`/impact-assessments/${id}/write`),
  })
  return (
    <Form
      form={form}
      submit={t('Begin the assessment')}
      permission="impact-assessments:write"
      cancel="/impact-assessments"
    >
      <ReferenceField<Values, Named>
        form={form}
        name="system"
        label={t('AI system')}
        path="/ai-systems"
        option={({ id, name }) => ({ value: id, label: name })}
        chosen={chosen}
        required
      />
      <ChoiceField form={form} name="occasion" label={t('Occasion')} options={optionsOf(occasions)} required />
      <TextareaField
        form={form}
        name="occasionNote"
        label={t('What happened')}
        help={t('Where something did: the change, the incident.')}
      />
    </Form>
  )
}
