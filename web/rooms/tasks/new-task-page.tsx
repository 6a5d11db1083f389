import { t } from '../../messages/index.ts'
import { useAddress, useGo } from '../../ui/navigation.ts'
import { Page } from '../../ui/page.tsx'
import { TaskForm } from './task-form.tsx'

/** `?subject=` comes from the record that the task is about. */
export default function NewTaskPage() {
  const go = useGo()
  const [{ subject }] = useAddress()
  return (
    <Page title={t('Add task')} crumbs={[{ label: t('Tasks'), to: '/tasks' }]} width="text">
      <TaskForm {...(subject !== undefined && { subject })} onSaved={(id) => go(`/tasks/${id}`)} />
    </Page>
  )
}
