import { t } from '../../messages/index.ts'
import { api, useRecord } from '../../ui/api.ts'
import { FileField, Form, SelectField, useForm } from '../../ui/form.tsx'
import { useAddress, useGo } from '../../ui/navigation.ts'
import { Page, Section } from '../../ui/page.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import styles from './imports.module.css'
import { RegisterFields } from './register-fields.tsx'
import type { Register } from './words.ts'

type Values = { register: string; file: File | null }

/** Choosing a register and a file; `?register=` comes from that register's own page. */
export default function NewImportPage() {
  const { data, error } = useRecord<{ items: Register[] }>('/import-registers')
  return (
    <Page
      title={t('Import a CSV file')}
      lead={t('The file is read and its rows wait. Nothing reaches the register before you have seen what would.')}
      crumbs={[{ label: t('Imports'), to: '/imports' }]}
      width="text"
    >
      <ProblemAlert error={error} />
      {data && <ImportForm registers={data.items.filter(({ allowed }) => allowed)} />}
    </Page>
  )
}

function ImportForm({ registers }: { registers: Register[] }) {
  const go = useGo()
  const [{ register: asked = '' }] = useAddress()
  const begin = registers.find(({ name }) => name === asked) ?? registers[0]
  const form = useForm<Values, { id: string }>({
    id: `import:new:${asked}`,
    initial: { register: begin?.name ?? '', file: null },
    check: ({ register, file }) => ({
      ...(register === '' && { register: t('Choose the register that the rows belong to.') }),
      ...(file === null && { file: t('Choose a CSV file.') }),
    }),
    save: ({ register, file }) =>
      api.post('/imports', new Blob([file ?? ''], { type: 'text/csv' }), {
        query: { register, name: file?.name ?? '' },
      }),
    onSaved: ({ id }) => go(`/imports/${id}`),
  })
  const chosen = registers.find(({ name }) => name === form.values.register)
  return (
    <>
      <Form form={form} submit={t('Read the file')} permission="imports:run" cancel="/imports">
        <SelectField
          form={form}
          name="register"
          label={t('Register')}
          options={registers.map(({ name, label }) => ({ value: name, label: t(label) }))}
          required
        />
        <FileField
          form={form}
          name="file"
          label={t('CSV file')}
          help={t('UTF-8, headings in the first line; comma, semicolon or tab between the cells.')}
          accept=".csv,.tsv,.txt,text/csv"
          required
        />
      </Form>
      {chosen && (
        <div className={styles.takes}>
          <Section
            title={t('What this register takes')}
            lead={t('Headings may differ from these; you say which column is which in the next step.')}
          >
            <RegisterFields register={chosen} />
          </Section>
        </div>
      )}
    </>
  )
}
