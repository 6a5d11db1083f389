import { t } from '../../messages/index.ts'
import { useRecord } from '../../ui/api.ts'
import { useParameter } from '../../ui/navigation.ts'
import { Page } from '../../ui/page.tsx'
import { ComponentForm } from './component-form.tsx'
import type { Component } from './words.ts'

export default function EditComponentPage() {
  const id = useParameter('id')
  const { data: component, error } = useRecord<Component>(`/components/${id}`)
  if (error) throw error
  if (!component) return null
  return (
    <Page
      title={t('Edit {name}', { name: component.name })}
      crumbs={[
        { label: t('Models and data'), to: '/components' },
        { label: component.name, to: `/components/${id}` },
      ]}
      width="text"
    >
      <ComponentForm component={component} />
    </Page>
  )
}
