import { t } from '../../messages/index.ts'
import { api, useRecord, useWrite } from '../../ui/api.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { showNumber } from '../../ui/dates.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ChoiceField, DateField, Form, NumberField, TextareaField, TextField, useForm } from '../../ui/form.tsx'
import { type BulkChanges, labelsOf, List, type Column } from '../../ui/list.tsx'
import { stepChange } from '../../ui/list/bulk-changes.ts'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { VerbButton } from '../../ui/verb-button.tsx'
import type { ItemOf } from '../answer-of.ts'
import { DialogButton } from '../dialog-button.tsx'
import type { BusinessCase } from './figures.tsx'
import styles from './lists.module.css'
import { showMoney } from './money.ts'

type Deal = ItemOf<'/api/v1/deals'>

const outcomes = { lost: t('Lost'), slowed: t('Slowed down') }

/** Rows are taken out of the figures and back in. */
export const inFigures: BulkChanges = {
  permission: 'business-case:edit',
  changes: [
    stepChange('withdraw', t('Take out of the figures'), { current: t('Counted'), withdrawn: t('Taken out') }),
    stepChange('restore', t('Take back into the figures'), { current: t('Counted'), withdrawn: t('Taken out') }),
  ],
}

/** Deals lost or slowed by questions about AI governance. */
export function Deals() {
  const currency = useRecord<BusinessCase>('/business-case').data?.currency ?? 'EUR'
  const add = (
    <DialogButton
      look="primary"
      permission="business-case:edit"
      title={t('Record a deal')}
      content={(close) => <DealForm currency={currency} close={close} />}
    >
      {t('Record a deal')}
    </DialogButton>
  )
  return (
    <>
      <div className={styles.top}>{add}</div>
      <List<Deal>
        id="deals"
        label={t('Deals')}
        path="/deals"
        columns={columnsIn(currency)}
        rowId={(row) => row.id}
        rowLabel={(row) => row.name}
        defaultSort="-happenedOn"
        bulk={inFigures}
        empty={
          <EmptyState>{t('Deals that were lost or slowed by questions about AI governance belong here.')}</EmptyState>
        }
      />
    </>
  )
}

function columnsIn(currency: string): Column<Deal>[] {
  return [
    { key: 'name', header: t('Deal'), sort: 'name', cell: (row) => row.name },
    {
      key: 'outcome',
      header: t('What happened'),
      cell: (row) => outcomes[row.outcome],
      from: [{ field: 'outcome', words: labelsOf(outcomes) }],
    },
    {
      key: 'happenedOn',
      header: t('When'),
      sort: 'happenedOn',
      cell: (row) => <DateTime value={row.happenedOn} />,
    },
    {
      key: 'value',
      header: t('Value'),
      align: 'end',
      cell: (row) => (row.value === null ? null : showMoney(row.value, currency)),
    },
    {
      key: 'delayDays',
      header: t('Days of delay'),
      align: 'end',
      cell: (row) => (row.delayDays === null ? null : showNumber(row.delayDays)),
    },
    { key: 'reason', header: t('Why'), cell: (row) => row.reason },
    {
      key: 'state',
      header: t('In the figures'),
      cell: (row) => <InFigures path="/deals" row={row} />,
    },
  ]
}

type InFiguresProps = { path: string; row: { id: string; name: string; state: 'current' | 'withdrawn' } }

/** Whether a row counts, and the way to take it out or back in. */
export function InFigures({ path, row }: InFiguresProps) {
  const to = (verb: 'withdraw' | 'restore') => api.post(`${path}/${row.id}/${verb}`)
  const move = useWrite<'withdraw' | 'restore'>({
    write: to,
    done: (_, verb) => ({
      message:
        verb === 'withdraw'
          ? t('{name} is out of the figures', { name: row.name })
          : t('{name} is back in the figures', { name: row.name }),
      undo: () => to(verb === 'withdraw' ? 'restore' : 'withdraw'),
    }),
  })
  const current = row.state === 'current'
  return (
    <span className={styles.inFigures}>
      {!current && <StateBadge tone="neutral" label={t('Taken out')} />}
      <VerbButton
        look="quiet"
        permission="business-case:edit"
        pending={move.isPending}
        onClick={() => move.mutate(current ? 'withdraw' : 'restore')}
      >
        {current ? t('Take out') : t('Put back')}
      </VerbButton>
      <ProblemAlert error={move.error} />
    </span>
  )
}

type Values = {
  name: string
  outcome: string
  happenedOn: string
  value: number | null
  delayDays: number | null
  reason: string
}

function DealForm({ currency, close }: { currency: string; close: () => void }) {
  const form = useForm<Values>({
    id: 'deal:new',
    initial: { name: '', outcome: '', happenedOn: '', value: null, delayDays: null, reason: '' },
    check: ({ name, outcome, happenedOn }) => ({
      ...(name.trim() === '' && { name: t('Name the deal.') }),
      ...(outcome === '' && { outcome: t('Say whether it was lost or slowed down.') }),
      ...(happenedOn === '' && { happenedOn: t('Choose the day.') }),
    }),
    save: (values) => api.post('/deals', values),
    done: () => t('Deal recorded'),
    onSaved: close,
  })
  return (
    <Form form={form} submit={t('Record deal')} permission="business-case:edit">
      <TextField
        form={form}
        name="name"
        label={t('Deal')}
        help={t('A customer or a project, as you know it.')}
        required
      />
      <ChoiceField
        form={form}
        name="outcome"
        label={t('What happened')}
        options={Object.entries(outcomes).map(([value, label]) => ({ value, label }))}
        required
      />
      <DateField form={form} name="happenedOn" label={t('When')} required />
      <NumberField
        form={form}
        name="value"
        label={t('Value in {currency}', { currency })}
        help={t('Leave it open when it is not known: the figure then says “at least”.')}
        min={0}
      />
      <NumberField form={form} name="delayDays" label={t('Days of delay')} min={0} step={1} />
      <TextareaField
        form={form}
        name="reason"
        label={t('Why')}
        help={t('What was asked that could not be answered.')}
      />
    </Form>
  )
}
