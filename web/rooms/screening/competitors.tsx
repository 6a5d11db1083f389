import { t } from '../../messages/index.ts'
import { api } from '../../ui/api.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ChoiceField, Form, TextField, useForm } from '../../ui/form.tsx'
import { List, type Column } from '../../ui/list.tsx'
import type { ItemOf } from '../answer-of.ts'
import { DialogButton } from '../dialog-button.tsx'
import { inFigures, InFigures } from './deals.tsx'
import styles from './lists.module.css'

type Competitor = ItemOf<'/api/v1/competitors'>

const certified = { yes: t('Certified'), no: t('Not certified'), unknown: t('Not known') }

const columns: Column<Competitor>[] = [
  { key: 'name', header: t('Competitor'), sort: 'name', cell: (row) => row.name },
  {
    key: 'certified',
    header: t('ISO/IEC 42001'),
    cell: (row) => certified[keyOf(row.certified)],
    from: [{ field: 'certified', words: { true: certified.yes, false: certified.no } }],
    absent: certified.unknown,
  },
  { key: 'source', header: t('Source'), cell: (row) => row.source },
  {
    key: 'state',
    header: t('In the figures'),
    cell: (row) => <InFigures path="/competitors" row={row} />,
  },
]

/** Which competitors hold a certificate, and how that is known. */
export function Competitors() {
  return (
    <>
      <div className={styles.top}>
        <DialogButton
          look="primary"
          permission="business-case:edit"
          title={t('Record a competitor')}
          content={(close) => <CompetitorForm close={close} />}
        >
          {t('Record a competitor')}
        </DialogButton>
      </div>
      <List<Competitor>
        id="competitors"
        label={t('Competitors')}
        path="/competitors"
        columns={columns}
        rowId={(row) => row.id}
        rowLabel={(row) => row.name}
        defaultSort="name"
        bulk={inFigures}
        empty={<EmptyState>{t('Competitors, whether they are certified, and where you know it from.')}</EmptyState>}
      />
    </>
  )
}

function CompetitorForm({ close }: { close: () => void }) {
  const form = useForm({
    id: 'competitor:new',
    initial: { name: '', certified: 'unknown', source: '' },
    check: ({ name }): { name?: string } => (name.trim() === '' ? { name: t('Name the competitor.') } : {}),
    save: ({ name, certified: known, source }) =>
      api.post('/competitors', { name, source, certified: known === 'unknown' ? null : known === 'yes' }),
    done: () => t('Competitor recorded'),
    onSaved: close,
  })
  return (
    <Form form={form} submit={t('Record competitor')} permission="business-case:edit">
      <TextField form={form} name="name" label={t('Name')} required />
      <ChoiceField
        form={form}
        name="certified"
        label={t('Certified to ISO/IEC 42001')}
        options={Object.entries(certified).map(([value, label]) => ({ value, label }))}
      />
      <TextField
        form={form}
        name="source"
        label={t('Source')}
        help={t('A certificate register, an announcement, a tender.')}
      />
    </Form>
  )
}

function keyOf(known: boolean | null): keyof typeof certified {
  if (known === null) return 'unknown'
  return known ? 'yes' : 'no'
}
