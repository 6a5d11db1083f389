import { t } from '../../messages/index.ts'
import { useRecord } from '../../ui/api.ts'
import { useParameter } from '../../ui/navigation.ts'
import { Page } from '../../ui/page.tsx'
import { SystemForm } from './system-form.tsx'
import type { System } from './words.ts'

export default function EditSystemPage() {
  const id = useParameter('id')
  const { data: system, error } = useRecord<System>(`/ai-systems/${id}`)
  if (error) throw error
  if (!system) return null
  return (
    <Page
      title={t('Edit {name}', { name: system.name })}
      crumbs={[
        { label: t('AI systems'), to: '/ai-systems' },
        { label: system.name, to: `/ai-systems/${id}` },
      ]}
      width="text"
    >
      <SystemForm system={system} />
    </Page>
  )
}
