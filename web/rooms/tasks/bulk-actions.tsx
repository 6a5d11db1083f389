import { t } from '../../messages/index.ts'
import { api, type ListAnswer } from '../../ui/api.ts'
import { DateField, ReferenceField, useForm } from '../../ui/form.tsx'
import type { BulkAction, Selection } from '../../ui/list.tsx'
import { toast } from '../../ui/toast.ts'
import type { Task } from './words.ts'

type Person = { id: string; name: string }
type Action = { kind: 'complete' } | { kind: 'assign'; owner: string | null } | { kind: 'move'; dueOn: string | null }

/** As many tasks as the API changes at once, and as many as a page of its list holds. */
const atOnce = 500
const page = 200

/** What can be done to many tasks at once: to all of them, or to none where one of them cannot. */
export function useBulkActions(): BulkAction[] {
  const owner = useForm({ id: 'tasks:bulk-owner', initial: { owner: '' }, save: nothing })
  const due = useForm({ id: 'tasks:bulk-due', initial: { dueOn: '' }, save: nothing })
  return [
    {
      label: t('Complete'),
      permission: 'tasks:complete',
      preview: ({ count }) =>
        t(
          '{count, plural, one {# task is} other {# tasks are}} marked as done. Where one of them waits for another that is not chosen, nothing is changed.',
          {
            count,
          },
        ),
      run: (selection) => carryOut({ kind: 'complete' }, selection),
    },
    {
      label: t('Give to'),
      permission: 'tasks:edit',
      preview: ({ count }) => (
        <>
          <ReferenceField<{ owner: string }, Person>
            form={owner}
            name="owner"
            label={t('Who does them')}
            help={t('Nobody chosen takes them away from whom they belong to.')}
            path="/people"
            query={{ state: 'active' }}
            option={(person) => ({ value: person.id, label: person.name })}
          />
          <p>{t('{count, plural, one {# task is} other {# tasks are}} given to them.', { count })}</p>
        </>
      ),
      run: (selection) => carryOut({ kind: 'assign', owner: owner.values.owner || null }, selection),
    },
    {
      label: t('Change day'),
      permission: 'tasks:edit',
      preview: ({ count }) => (
        <>
          <DateField form={due} name="dueOn" label={t('Due')} help={t('Left empty, they have no day.')} />
          <p>{t('{count, plural, one {# task is} other {# tasks are}} moved to this day.', { count })}</p>
        </>
      ),
      run: (selection) => carryOut({ kind: 'move', dueOn: due.values.dueOn || null }, selection),
    },
  ]
}

// The fields stand in the list's own dialog, whose button carries the change out.
function nothing(): Promise<null> {
  return Promise.resolve(null)
}

async function carryOut(action: Action, selection: Selection): Promise<void> {
  const ids = await idsOf(selection)
  for (let from = 0; from < ids.length; from += atOnce) {
    await api.post('/tasks/bulk', { ids: ids.slice(from, from + atOnce), action })
  }
  const message = t('{count, plural, one {# task changed} other {# tasks changed}}', { count: ids.length })
  const undo = () => api.post('/tasks/bulk', { ids, action: { kind: 'reopen' } })
  toast(action.kind === 'complete' && ids.length <= atOnce ? { message, undo } : { message })
}

async function idsOf(selection: Selection): Promise<string[]> {
  if (selection.kind === 'ids') return selection.ids
  const ids: string[] = []
  let cursor: string | null = null
  do {
    const query: Record<string, string | number | null> = { ...selection.query, limit: page, cursor }
    const answer: ListAnswer<Task> = await api.get<ListAnswer<Task>>('/tasks', { query })
    ids.push(...answer.items.map(({ id }) => id))
    cursor = answer.next
  } while (cursor !== null)
  return ids
}
