import { Button, Checkbox, Group, Modal, NativeSelect } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { t } from '../../messages/index.ts'
import { useWrite } from '../api.ts'
import { showDate } from '../dates.ts'
import { ChoiceField, DateField, type FormState, ReferenceField, TextareaField, useForm } from '../form.tsx'
import { useGo } from '../navigation.ts'
import { ProblemAlert } from '../problem-alert.tsx'
import { serverSays } from '../server-words.ts'
import styles from './bulk.module.css'
import {
  canBeEmptied,
  carryOut,
  type Given,
  givenBy,
  mostAtOnce,
  orderInSlices,
  type Outcome,
  preview,
  rowsOf,
} from './bulk.ts'
import type { Bulk, BulkChange, BulkField, Selection } from './types.ts'

export type BulkDialogProps = { bulk: Bulk; selection: Selection; onClose: () => void; onDone: () => void }

/** Chooses one change for many rows and shows, row by row, what it will do before anything is done. */
export function BulkDialog({ bulk, selection, onClose, onDone }: BulkDialogProps) {
  const [name, setName] = useState(bulk.changes[0]?.change ?? '')
  const change = bulk.changes.find((one) => one.change === name)
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('Change {count, plural, one {# row} other {# rows}}', { count: selection.count })}
      closeButtonProps={{ 'aria-label': t('Close') }}
    >
      <div className={styles.dialog}>
        <NativeSelect
          label={t('What')}
          data={bulk.changes.map((one) => ({ value: one.change, label: one.label }))}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {change && (
          <ChangeForm
            key={name}
            bulk={bulk}
            change={change}
            selection={selection}
            onClose={onClose}
            onDone={() => {
              onClose()
              onDone()
            }}
          />
        )}
      </div>
    </Modal>
  )
}

type ChangeFormProps = BulkDialogProps & { change: BulkChange }

function ChangeForm({ bulk, change, selection, onClose, onDone }: ChangeFormProps) {
  const initial: Given = Object.fromEntries(change.fields.map(({ name }) => [name, '']))
  const form = useForm<Given>({ id: `bulk:${bulk.path}:${change.change}`, initial, save: nothing })
  const [partial, setPartial] = useState(false)
  const [meant, setMeant] = useState(change.asks === undefined)
  const [settled] = useDebouncedValue(form.values, 400)
  const [emptied, setEmptied] = useState(false)
  const given = givenBy(change.fields, settled, emptied)
  const chosen = useQuery({
    queryKey: [`${bulk.path}/bulk-edits/choose`, selection],
    queryFn: () => rowsOf(bulk, selection),
    retry: false,
    staleTime: Infinity,
    gcTime: 0,
  })
  const rows = chosen.data ?? []
  const inSlices = rows.length > mostAtOnce
  // very many rows are not looked at again with every letter that is typed
  const [lookAt, setLookAt] = useState<string>()
  const [looked, setLooked] = useState(0)
  const asked = JSON.stringify([change.change, given])
  const seen = useQuery({
    queryKey: [`${bulk.path}/bulk-edits/preview`, change.change, given, rows],
    queryFn: ({ signal }) => preview(bulk, { change, given, rows }, { signal, onSeen: setLooked }),
    enabled: given !== undefined && rows.length > 0 && (!inSlices || lookAt === asked),
    retry: false,
    gcTime: 0,
  })
  const go = useGo()
  const run = useWrite({
    write: async () => {
      if (!inSlices) return await carryOut(bulk, { change, given, rows, partial })
      go(`/bulk-edits?job=${await orderInSlices(bulk, { change, given, rows })}`)
    },
    onDone: () => {
      form.discardDraft()
      onDone()
    },
  })
  const shown = given === undefined ? undefined : seen.data
  const settling = settled !== form.values
  const ready = shown !== undefined && !settling && shown.changing > 0 && (shown.refused === 0 || partial) && meant
  return (
    <>
      {change.fields.map((field) => (
        <Field key={field.name} form={form} field={field} />
      ))}
      {change.fields.some(canBeEmptied) && (
        <Checkbox
          label={t('Take it away instead, and leave it empty')}
          checked={emptied}
          onChange={(event) => setEmptied(event.currentTarget.checked)}
        />
      )}
      <ProblemAlert error={chosen.error ?? seen.error ?? run.error} />
      {inSlices && !shown && (
        <LookAtAll
          rows={rows.length}
          looked={seen.isFetching ? looked : undefined}
          ready={given !== undefined && !settling}
          onLook={() => {
            setLooked(0)
            setLookAt(asked)
          }}
        />
      )}
      {inSlices && shown && (
        <p className={styles.note}>
          {t('So many rows are changed in slices. You see how far it is and can call it off; all of it can be undone.')}
        </p>
      )}
      {shown && <Rows rows={shown.rows} words={change.words ?? {}} stale={settling} />}
      {shown && shown.refused > 0 && shown.changing > 0 && (
        <Checkbox
          label={t('{count, plural, one {Change the # row that can be} other {Change the # rows that can be}}', {
            count: shown.changing,
          })}
          checked={partial}
          onChange={(event) => setPartial(event.currentTarget.checked)}
        />
      )}
      {change.asks !== undefined && shown && shown.changing > 0 && (
        <Checkbox label={change.asks} checked={meant} onChange={(event) => setMeant(event.currentTarget.checked)} />
      )}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t('Cancel')}
        </Button>
        <Button disabled={!ready} loading={run.isPending} onClick={() => run.mutate()}>
          {shown ? t('Change {count, plural, one {# row} other {# rows}}', { count: shown.changing }) : t('Change')}
        </Button>
      </Group>
    </>
  )
}

// The fields stand in a dialog whose own button carries the change out.
function nothing(): Promise<null> {
  return Promise.resolve(null)
}

type LookAtAllProps = { rows: number; looked: number | undefined; ready: boolean; onLook: () => void }

/** So many rows are looked at when one asks for it, part by part. */
function LookAtAll({ rows, looked, ready, onLook }: LookAtAllProps) {
  if (looked === undefined)
    return (
      <Button variant="default" disabled={!ready} onClick={onLook}>
        {t('Look at all {rows, number} rows first', { rows })}
      </Button>
    )
  const words = t('{looked, number} of {rows, number} rows looked at', { looked, rows })
  return (
    <div className={styles.rows}>
      <p role="status">{words}</p>
      <progress className={styles.bar} max={rows} value={looked} aria-label={words} />
    </div>
  )
}

type FieldProps = { form: FormState<Given>; field: BulkField }

function Field({ form, field }: FieldProps) {
  const { name, label, help } = field
  const common = { form, name, label, ...(help !== undefined && { help }) }
  switch (field.kind) {
    case 'reference':
      return (
        <ReferenceField<Given, { id: string; name?: string; title?: string }>
          {...common}
          required={field.required ?? false}
          path={field.path}
          {...(field.query && { query: field.query })}
          option={(row) => ({ value: row.id, label: row.name ?? row.title ?? '' })}
        />
      )
    case 'day':
      return <DateField {...common} />
    case 'words':
      return <TextareaField {...common} required />
    case 'choice':
      return <ChoiceField {...common} options={field.options} required />
  }
}

// As many of a kind as a person reads before deciding, and a browser draws at once.
const mostListed = 500

type RowsProps = { rows: Outcome[]; words: Record<string, string>; stale: boolean }

/** Refused rows first, then those that change; what says so already is counted. */
function Rows({ rows, words, stale }: RowsProps) {
  const refused = rows.filter(({ outcome }) => outcome === 'refused')
  const changing = rows.filter(({ outcome }) => outcome === 'changes')
  const same = rows.length - refused.length - changing.length
  const notListed = Math.max(0, refused.length - mostListed) + Math.max(0, changing.length - mostListed)
  // of several values, or of a state with its reason, each part has its own word
  const said = (value: string) =>
    words[value] ??
    value
      .split(', ')
      .map((part) => words[part] ?? shown(part))
      .join(', ')
  return (
    <div className={styles.rows} data-stale={stale || undefined}>
      <p role="status">
        {[
          t('{count, plural, one {# row changes} other {# rows change}}', { count: changing.length }),
          same > 0 && t('{count, plural, one {# says so already} other {# say so already}}', { count: same }),
          refused.length > 0 &&
            t('{count, plural, one {# is refused} other {# are refused}}', { count: refused.length }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {/* a list that scrolls takes the focus, so that it can be read without a mouse */}
      <ul aria-label={t('Row by row')} tabIndex={0}>
        {refused.slice(0, mostListed).map(({ id, name, says }) => (
          <li key={id} data-refused>
            <strong>{name || id}</strong>
            <span>{serverSays(says)}</span>
          </li>
        ))}
        {changing.slice(0, mostListed).map(({ id, name, before, after }) => (
          <li key={id}>
            <strong>{name}</strong>
            <span>{t('from {before} to {after}', { before: said(before), after: said(after) })}</span>
          </li>
        ))}
        {notListed > 0 && (
          <li>{t('{count, plural, one {and # row more} other {and # rows more}}', { count: notListed })}</li>
        )}
      </ul>
    </div>
  )
}

function shown(value: string): string {
  if (value === '') return '–'
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? showDate(value) : value
}
