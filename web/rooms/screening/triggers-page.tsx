import { t } from '../../messages/index.ts'
import { api } from '../../ui/api.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ChoiceField, Form, TextareaField, useForm } from '../../ui/form.tsx'
import { type BulkChanges, labelsOf, List, type Column } from '../../ui/list.tsx'
import { reasonedChange, stepChange } from '../../ui/list/bulk-changes.ts'
import { Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'
import { addressOf, kindLabel, kindWords } from '../../ui/references.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import { DialogButton } from '../dialog-button.tsx'
import { TriggerMove } from './trigger-rows.tsx'
import { triggers as words, triggerStates, type TriggerView } from './words.ts'

const columns: Column<TriggerView>[] = [
  {
    key: 'trigger',
    header: t('What happened'),
    cell: (row) => words[row.trigger].label,
    from: [{ field: 'trigger', words: labelsOf(words) }],
  },
  {
    key: 'state',
    header: t('State'),
    cell: (row) => <StateBadge {...triggerStates[row.state]} />,
    from: [{ field: 'state', words: labelsOf(triggerStates) }],
  },
  { key: 'note', header: t('Note'), cell: (row) => row.note },
  {
    key: 'cause',
    header: t('Raised by'),
    cell: (row) => <Cause {...row} />,
    from: [{ field: 'causeName' }, { field: 'cause', upTo: ':', words: kindWords() }],
  },
  {
    key: 'raisedAt',
    header: t('Raised'),
    sort: 'raisedAt',
    cell: (row) => <DateTime value={row.raisedAt} />,
  },
  { key: 'reason', header: t('Reason'), optional: true, cell: (row) => row.reason },
  { key: 'move', header: t('Move'), cell: (row) => <TriggerMove trigger={row} />, from: null },
]

const bulk: BulkChanges = {
  permission: 'screening:conclude',
  changes: [
    reasonedChange('dismiss', t('Dismiss'), labelsOf(triggerStates)),
    stepChange('reopen', t('Reopen'), labelsOf(triggerStates)),
  ],
}

const stateOptions = Object.entries(triggerStates).map(([value, { label }]) => ({ value, label }))

/** The record that raised it, or that somebody told it. */
function Cause({ cause, causeName }: TriggerView) {
  const to = addressOf(cause)
  if (cause.startsWith('report:')) return t('A person’s report')
  return causeName !== null && to !== undefined ? <Link to={to}>{causeName}</Link> : kindLabel(cause)
}

/** Events that reopen the answer, raised by Assay or reported by a person. */
export default function TriggersPage() {
  const report = <ReportTrigger />
  return (
    <Page
      title={t('Triggers')}
      crumbs={[{ label: t('Screening'), to: '/screening' }]}
      lead={t(
        'Six events can change the answer of the screening. Assay raises them from the records it sees; report what it cannot see.',
      )}
      actions={report}
    >
      <List<TriggerView>
        id="screening-triggers"
        label={t('Triggers')}
        path="/screening-triggers"
        columns={columns}
        rowId={(row) => row.id}
        rowLabel={(row) => words[row.trigger].label}
        filters={[{ key: 'state', label: t('State'), options: stateOptions }]}
        defaultSort="-raisedAt"
        bulk={bulk}
        empty={
          <EmptyState
            action={report}
            link={{ label: t('Clause 4.1: understanding the context'), to: '/frameworks/ISO-42001-2023/4.1' }}
          >
            {t('Nothing has happened yet that reopens the answer.')}
          </EmptyState>
        }
      />
    </Page>
  )
}

function ReportTrigger() {
  return (
    <DialogButton
      look="primary"
      permission="screening:report-trigger"
      title={t('Report a trigger')}
      content={(close) => <ReportForm close={close} />}
    >
      {t('Report a trigger')}
    </DialogButton>
  )
}

function ReportForm({ close }: { close: () => void }) {
  const form = useForm({
    id: 'screening-trigger:new',
    initial: { trigger: '', note: '' },
    check: ({ trigger, note }) => ({
      ...(trigger === '' && { trigger: t('Choose what happened.') }),
      ...(note.trim() === '' && { note: t('Say in a sentence what happened.') }),
    }),
    save: ({ trigger, note }) => api.post('/screening-triggers', { trigger, note: note.trim() }),
    done: () => t('Trigger raised'),
    onSaved: close,
  })
  return (
    <Form form={form} submit={t('Report trigger')} permission="screening:report-trigger">
      <ChoiceField
        form={form}
        name="trigger"
        label={t('What happened')}
        options={Object.entries(words).map(([value, { label, help }]) => ({ value, label, help }))}
        required
      />
      <TextareaField
        form={form}
        name="note"
        label={t('In a sentence')}
        help={t('Who, what and when, so that others can judge it.')}
        required
      />
    </Form>
  )
}
