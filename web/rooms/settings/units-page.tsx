import { t } from '../../messages/index.ts'
import { api } from '../../ui/api.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Form, TextField, useForm } from '../../ui/form.tsx'
import { List, type Column } from '../../ui/list.tsx'
import { Page } from '../../ui/page.tsx'
import { DialogButton } from '../dialog-button.tsx'
import type { UnitView } from './words.ts'

const columns: Column<UnitView>[] = [
  { key: 'name', header: t('Unit'), sort: 'name', cell: (row) => row.name },
  { key: 'people', header: t('People'), align: 'end', cell: (row) => row.people },
  {
    key: 'move',
    header: t('Move'),
    cell: (row) => (
      <DialogButton
        look="quiet"
        permission="units:edit"
        title={t('Rename {name}', { name: row.name })}
        content={(close) => <UnitForm unit={row} close={close} />}
      >
        {t('Rename')}
      </DialogButton>
    ),
    from: null,
  },
]

/** The parts of the organisation that people and systems belong to. */
export default function UnitsPage() {
  const add = (
    <DialogButton
      look="primary"
      permission="units:edit"
      title={t('Add a unit')}
      content={(close) => <UnitForm close={close} />}
    >
      {t('Add a unit')}
    </DialogButton>
  )
  return (
    <Page
      title={t('Units')}
      lead={t('Parts of the organisation. Some permissions hold only for the records of one’s own unit.')}
      actions={add}
      width="text"
    >
      <List<UnitView>
        id="units"
        label={t('Units')}
        path="/units"
        columns={columns}
        rowId={(row) => row.id}
        rowLabel={(row) => row.name}
        defaultSort="name"
        empty={
          <EmptyState action={add}>
            {t('Departments, teams or subsidiaries belong here, if you tell them apart.')}
          </EmptyState>
        }
      />
    </Page>
  )
}

function UnitForm({ unit, close }: { unit?: UnitView; close: () => void }) {
  const form = useForm({
    id: `unit:${unit?.id ?? 'new'}`,
    initial: { name: unit?.name ?? '' },
    ...(unit && { version: unit.version }),
    check: ({ name }): { name?: string } => (name.trim() === '' ? { name: t('Name the unit.') } : {}),
    save: (values, { version }) =>
      unit ? api.patch(`/units/${unit.id}`, values, { version }) : api.post('/units', values),
    done: () => t('Unit saved'),
    onSaved: close,
  })
  return (
    <Form form={form} submit={unit ? t('Rename unit') : t('Add unit')} permission="units:edit">
      <TextField form={form} name="name" label={t('Name')} required />
    </Form>
  )
}
