import { t } from '../../messages/index.ts'
import { useRecord } from '../../ui/api.ts'
import { useGo, useParameter } from '../../ui/navigation.ts'
import { Page } from '../../ui/page.tsx'
import { ControlForm } from './control-form.tsx'
import type { Control } from './words.ts'

export default function EditControlPage() {
  const id = useParameter('id')
  const go = useGo()
  const { data: control, error } = useRecord<Control>(`/controls/${id}`)
  if (error) throw error
  if (!control) return null
  return (
    <Page
      title={t('Change the control')}
      width="text"
      crumbs={[
        { label: t('Controls'), to: '/controls' },
        { label: control.name, to: `/controls/${id}` },
      ]}
    >
      <ControlForm control={control} onSaved={() => go(`/controls/${id}`)} />
    </Page>
  )
}
