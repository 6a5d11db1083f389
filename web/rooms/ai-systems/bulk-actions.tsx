import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { t } from '../../messages/index.ts'
import { api, refresh } from '../../ui/api.ts'
import { ChoiceField, ReferenceField, TextareaField, useForm, type FormState } from '../../ui/form.tsx'
import type { BulkAction, Selection } from '../../ui/list.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { toast } from '../../ui/toast.ts'
import styles from './ai-systems.module.css'

type Named = { id: string; name: string }
type Change =
  | { set: 'owner'; owner: string | null }
  | { set: 'unit'; unit: string | null }
  | { set: 'scope'; scope: string; reason: string }
type Previewed = {
  chosen: number
  ids: string[]
  sample: { id: string; name: string; before: string; after: string }[]
}
type Undone = { undone: number; changedSince: number; remaining: number }

/** As many systems as the API changes in one part. */
const part = 500

/** What can be done to many systems at once; each is undone as a whole from its note. */
export function useBulkActions(): BulkAction[] {
  const owner = useForm({ id: 'ai-systems:bulk-owner', initial: { owner: '' }, save: nothing })
  const unit = useForm({ id: 'ai-systems:bulk-unit', initial: { unit: '' }, save: nothing })
  const scope = useForm({ id: 'ai-systems:bulk-scope', initial: { scope: 'in', reason: '' }, save: nothing })
  const permission = 'ai-systems:bulk-edit'
  const run = (change: Change, form: { discardDraft: () => void }) => async (selection: Selection) => {
    await carryOut(change, selection)
    form.discardDraft()
  }
  return [
    {
      label: t('Change owner'),
      permission,
      preview: (selection) => <OwnerChange form={owner} selection={selection} />,
      run: run(ownerChange(owner.values), owner),
    },
    {
      label: t('Change unit'),
      permission,
      preview: (selection) => <UnitChange form={unit} selection={selection} />,
      run: run(unitChange(unit.values), unit),
    },
    {
      label: t('Decide scope'),
      permission,
      preview: (selection) => <ScopeChange form={scope} selection={selection} />,
      run: run({ set: 'scope', ...scope.values }, scope),
    },
  ]
}

// The fields stand in the list's own dialog, whose button carries the change out.
function nothing(): Promise<null> {
  return Promise.resolve(null)
}

/** Asks which systems would change, then changes them part by part under one batch, so that one undo takes all back. */
async function carryOut(change: Change, selection: Selection): Promise<void> {
  const { ids } = await ask(change, selection)
  const batch = newId()
  for (let from = 0; from < ids.length; from += part) {
    await api.post('/ai-systems/bulk', { batch, change, ids: ids.slice(from, from + part) })
  }
  if (ids.length === 0) return toast({ message: t('All of them say so already') })
  const message = t('{count, plural, one {# AI system changed} other {# AI systems changed}}', { count: ids.length })
  toast({ message, undo: () => undo(batch) })
}

function ask(change: Change, selection: Selection): Promise<Previewed> {
  const chosen = selection.kind === 'ids' ? { ids: selection.ids } : { matching: selection.query }
  return api.post<Previewed>('/ai-systems/bulk/preview', { change, chosen })
}

function ownerChange({ owner }: { owner: string }): Change {
  return { set: 'owner', owner: owner || null }
}

function unitChange({ unit }: { unit: string }): Change {
  return { set: 'unit', unit: unit || null }
}

async function undo(batch: string): Promise<void> {
  let changedSince = 0
  for (let remaining = 1; remaining > 0; ) {
    const done = await api.post<Undone>(`/ai-systems/bulk/${batch}/undo`)
    changedSince += done.changedSince
    remaining = done.remaining
  }
  if (changedSince > 0) {
    toast({
      message: t('{count, plural, one {# was changed since and stays} other {# were changed since and stay}}', {
        count: changedSince,
      }),
    })
  }
  await refresh()
}

/** crypto.randomUUID is there on https and localhost only; this is the same (RFC 9562, version 4) everywhere. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** What would change, asked of the server before anything is done. */
function Preview({ selection, change }: { selection: Selection; change: Change }) {
  const [settled] = useDebouncedValue(change, 400)
  const { data, error } = useQuery({
    queryKey: ['/ai-systems/bulk/preview', settled, selection],
    queryFn: () => ask(settled, selection),
    enabled: settled.set !== 'scope' || settled.reason.trim() !== '',
    retry: false,
  })
  if (error) return <ProblemAlert error={error} />
  return (
    <div role="status" className={styles.preview}>
      {data && (
        <>
          <p>
            {t('{changing, number} of {chosen, number} change. The note that follows can undo it.', {
              changing: data.ids.length,
              chosen: data.chosen,
            })}
          </p>
          <ul>
            {data.sample.slice(0, 3).map(({ id, name, before, after }) => (
              <li key={id}>
                {change.set === 'scope'
                  ? name
                  : t('{name}: from {before} to {after}', { name, before: before || '–', after: after || '–' })}
              </li>
            ))}
            {data.ids.length > 3 && <li>…</li>}
          </ul>
        </>
      )}
    </div>
  )
}

function OwnerChange({ form, selection }: { form: FormState<{ owner: string }>; selection: Selection }) {
  return (
    <>
      <ReferenceField<{ owner: string }, Named>
        form={form}
        name="owner"
        label={t('New owner')}
        help={t('Nobody chosen takes the owner away.')}
        path="/people"
        query={{ state: 'active' }}
        option={(person) => ({ value: person.id, label: person.name })}
      />
      <Preview selection={selection} change={ownerChange(form.values)} />
    </>
  )
}

function UnitChange({ form, selection }: { form: FormState<{ unit: string }>; selection: Selection }) {
  return (
    <>
      <ReferenceField<{ unit: string }, Named>
        form={form}
        name="unit"
        label={t('New unit')}
        help={t('None chosen takes the unit away.')}
        path="/units"
        option={(unit) => ({ value: unit.id, label: unit.name })}
      />
      <Preview selection={selection} change={unitChange(form.values)} />
    </>
  )
}

type ScopeValues = { scope: string; reason: string }

function ScopeChange({ form, selection }: { form: FormState<ScopeValues>; selection: Selection }) {
  return (
    <>
      <ChoiceField
        form={form}
        name="scope"
        label={t('Scope')}
        options={[
          { value: 'in', label: t('In scope') },
          { value: 'out', label: t('Out of scope') },
        ]}
      />
      <TextareaField form={form} name="reason" label={t('Reason')} help={t('One reason for all of them.')} required />
      <Preview selection={selection} change={{ set: 'scope', ...form.values }} />
    </>
  )
}
