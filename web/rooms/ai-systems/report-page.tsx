import { t } from '../../messages/index.ts'
import { api, useList, type Wire } from '../../ui/api.ts'
import type { IntakeView } from '@assay/server/rooms/ai-systems/contract.ts'
import { DateTime } from '../../ui/date-time.tsx'
import {
  CheckboxField,
  Form,
  MultiSelectField,
  SelectField,
  TextareaField,
  TextField,
  useForm,
} from '../../ui/form.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import styles from './ai-systems.module.css'
import { LookAlikes } from './system-form.tsx'
import { dataClasses, individualDecisions, intakes, optionsOf } from './words.ts'

/** For every employee: a few questions about an AI tool, and what became of earlier reports. */
export default function ReportPage() {
  return (
    <Page
      title={t('Report AI')}
      lead={t('Do you use an AI tool, or would you like to? Seven short questions. Somebody answers you.')}
      width="text"
    >
      <ReportForm />
      <div className={styles.apart}>
        <Mine />
      </div>
    </Page>
  )
}

const blank = {
  name: '',
  purpose: '',
  supplier: '',
  individualDecisions: '',
  dataClasses: [] as string[],
  usedAlready: false,
  note: '',
}

function ReportForm() {
  const form = useForm({
    id: 'ai-system:report',
    initial: blank,
    check: ({ name, purpose }): { name?: string; purpose?: string } => ({
      ...(name.trim() === '' && { name: t('Name the tool.') }),
      ...(purpose.trim() === '' && { purpose: t('Say what it is for.') }),
    }),
    save: (values) =>
      api.post('/ai-systems/intake', { ...values, individualDecisions: values.individualDecisions || null }),
    done: () => t('Reported. You can follow the answer below.'),
    onSaved: () => form.discardDraft(),
  })
  return (
    <Form form={form} submit={t('Send report')} permission="ai-systems:intake">
      <div>
        <TextField form={form} name="name" label={t('What is it called?')} required />
        <LookAlikes name={form.values.name} linked={false} />
      </div>
      <TextareaField form={form} name="purpose" label={t('What do you use it for, or want to?')} required />
      <TextField form={form} name="supplier" label={t('Who makes or offers it?')} />
      <CheckboxField form={form} name="usedAlready" label={t('It is used already')} />
      <MultiSelectField
        form={form}
        name="dataClasses"
        label={t('What goes into it?')}
        options={optionsOf(dataClasses)}
      />
      <SelectField
        form={form}
        name="individualDecisions"
        label={t('Does it take part in decisions about people?')}
        options={optionsOf(individualDecisions)}
      />
      <TextareaField form={form} name="note" label={t('Anything else?')} rows={2} />
    </Form>
  )
}

function Mine() {
  const { data, error } = useList<Wire<IntakeView>>('/ai-systems/intake/mine', { limit: 50 })
  if (error) throw error
  if (!data || data.total === 0) return null
  return (
    <Section title={t('What you reported')}>
      <ul className={styles.rows}>
        {data.items.map((item) => (
          <li key={item.id}>
            <div>
              <strong>{item.name}</strong>
              <p className={styles.quiet}>
                <DateTime value={item.askedAt} />
              </p>
              {item.answer && <p>{item.answer}</p>}
            </div>
            <StateBadge {...intakes[item.intake]} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
