import { Button } from '@mantine/core'
import { t } from '../../messages/index.ts'
import styles from './imports.module.css'
import type { Register } from './words.ts'

/** What can be filled from a file, with a file to begin from. */
export function RegisterFields({ register }: { register: Register }) {
  return (
    <>
      <dl className={styles.fields}>
        {register.fields.map(({ name, label, required, help }) => (
          <div key={name}>
            <dt>
              {t(label)}
              {required && <span className={styles.required}> {t('(required)')}</span>}
            </dt>
            {help && <dd>{t(help)}</dd>}
          </div>
        ))}
      </dl>
      <Button component="a" variant="default" href={`/api/v1/import-registers/${register.name}/sample.csv`} download>
        {t('Download a sample file')}
      </Button>
    </>
  )
}
