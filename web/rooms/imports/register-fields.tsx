import { t } from '../../messages/index.ts'
import { toCsv } from '../../ui/csv.ts'
import { VerbButton } from '../../ui/verb-button.tsx'
import styles from './imports.module.css'
import { saveFile } from './save-file.ts'
import type { Register } from './words.ts'

/** What can be filled from a file, with a file of headings alone to begin from. */
export function RegisterFields({ register }: { register: Register }) {
  const headings = register.fields.map(({ label }) => ({ header: label, text: () => '' }))
  return (
    <>
      <dl className={styles.fields}>
        {register.fields.map(({ name, label, required, help }) => (
          <div key={name}>
            <dt>
              {label}
              {required && <span className={styles.required}> {t('(required)')}</span>}
            </dt>
            {help && <dd>{help}</dd>}
          </div>
        ))}
      </dl>
      <VerbButton writes={false} onClick={() => saveFile(`${register.name}.csv`, toCsv(headings, []))}>
        {t('Download a file with these headings')}
      </VerbButton>
    </>
  )
}
