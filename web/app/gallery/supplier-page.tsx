import { t } from '../../messages/index.ts'
import { api, useRecord, useWrite } from '../../ui/api.ts'
import { Markdown } from '../../ui/markdown.tsx'
import { useParameter } from '../../ui/navigation.ts'
import { Section } from '../../ui/page.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { Record } from '../../ui/record.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { VerbButton } from '../../ui/verb-button.tsx'
import { SupplierForm } from './supplier-form.tsx'
import { states, type SupplierView } from './supplier.ts'

export default function SupplierPage() {
  const id = useParameter('id')
  const { data: supplier, error } = useRecord<SupplierView>(`/suppliers/${id}`)
  const approve = useWrite({
    write: () => api.post(`/suppliers/${id}/approve`),
    done: () => ({ message: t('Supplier approved'), undo: () => api.post(`/suppliers/${id}/withdraw-approval`) }),
  })
  if (error) return <ProblemAlert error={error} />
  if (!supplier) return null
  return (
    <Record
      title={supplier.name}
      kind={t('Supplier')}
      crumbs={[{ label: t('Suppliers'), to: '/gallery/suppliers' }]}
      state={<StateBadge {...states[supplier.state]} />}
      owner={supplier.owner.name}
      dates={[{ label: t('Review due'), value: supplier.reviewDueOn }]}
      actions={
        <VerbButton
          look="primary"
          permission="suppliers:approve"
          cannot={supplier.state === 'proposed' ? undefined : t('Only a proposed supplier can be approved.')}
          pending={approve.isPending}
          onClick={() => approve.mutate()}
        >
          {t('Approve supplier')}
        </VerbButton>
      }
      linked={[
        {
          label: t('Serves'),
          items: [{ label: t('A.10.3 Suppliers'), to: '/frameworks/A.10.3', note: t('Implemented') }],
        },
        { label: t('Evidence'), items: [] },
      ]}
      activity={`/suppliers/${id}/activity`}
    >
      <ProblemAlert error={approve.error} />
      <Section title={t('Purpose')}>
        <Markdown>{supplier.purpose}</Markdown>
      </Section>
      <Section title={t('Edit')}>
        <SupplierForm supplier={supplier} />
      </Section>
    </Record>
  )
}
