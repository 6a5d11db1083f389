import { t } from '../../messages/index.ts'
import { api } from '../../ui/api.ts'
import { DateField, Form, ReferenceField, TextareaField, TextField, useForm } from '../../ui/form.tsx'
import { useGo } from '../../ui/navigation.ts'
import type { SupplierView } from './supplier.ts'

type Values = { name: string; owner: string; purpose: string; reviewDueOn: string }
type PersonView = { id: string; name: string }

const blank: Values = { name: '', owner: '', purpose: '', reviewDueOn: '' }

/** The same form for a new supplier and for changing one. */
export function SupplierForm({ supplier }: { supplier?: SupplierView }) {
  const go = useGo()
  const form = useForm<Values, SupplierView>({
    id: `supplier:${supplier?.id ?? 'new'}`,
    initial: supplier ? valuesOf(supplier) : blank,
    ...(supplier && { version: supplier.version }),
    check: (values) => (values.name.trim() === '' ? { name: t('Name the supplier.') } : {}),
    save: (values, { version, changed }) =>
      supplier
        ? api.patch(`/suppliers/${supplier.id}`, changed, { version })
        : api.post('/suppliers', { ...values, reviewDueOn: values.reviewDueOn || null }),
    current: async () => {
      const now = await api.get<SupplierView>(`/suppliers/${supplier?.id}`)
      return { values: valuesOf(now), version: now.version }
    },
    done: () => t('Supplier saved'),
    onSaved: ({ id }) => supplier ?? go(`/gallery/suppliers/${id}`),
  })
  return (
    <Form form={form} submit={supplier ? t('Save changes') : t('Add supplier')} permission="suppliers:edit">
      <TextField form={form} name="name" label={t('Name')} required />
      <ReferenceField<Values, PersonView>
        form={form}
        name="owner"
        label={t('Owner')}
        help={t('Who answers for this supplier here.')}
        path="/people"
        option={(person) => ({ value: person.id, label: person.name })}
        chosen={supplier && { value: supplier.owner.id, label: supplier.owner.name }}
        required
      />
      <TextareaField form={form} name="purpose" label={t('Purpose')} help={t('What you get from them and what for.')} />
      <DateField form={form} name="reviewDueOn" label={t('Review due')} />
    </Form>
  )
}

function valuesOf({ name, owner, purpose, reviewDueOn }: SupplierView): Values {
  return { name, owner: owner.id, purpose, reviewDueOn: reviewDueOn ?? '' }
}
