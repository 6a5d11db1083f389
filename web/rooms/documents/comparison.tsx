import { NativeSelect } from '@mantine/core'
import { t } from '../../messages/index.ts'
import { useRecord } from '../../ui/api.ts'
import { DiffView } from '../../ui/diff-view.tsx'
import { useAddress } from '../../ui/navigation.ts'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import styles from './documents.module.css'
import { versionPath, type Version } from './words.ts'

type ComparisonProps = { id: string; body: string; earlier: number[] }

/** What this text says differently from an earlier version (`?with=`). */
export function Comparison({ id, body, earlier }: ComparisonProps) {
  const [address, setAddress] = useAddress()
  const chosen = earlier.find((number) => String(number) === address['with']) ?? earlier[0] ?? 1
  const { data, error } = useRecord<Version>(versionPath(id, chosen))
  return (
    <>
      <ProblemAlert error={error} />
      <NativeSelect
        label={t('Compare with')}
        data={earlier.map((number) => ({ value: String(number), label: t('Version {number}', { number }) }))}
        value={String(chosen)}
        onChange={(event) => setAddress({ with: event.currentTarget.value })}
        mb="md"
        w="14rem"
      />
      {data && data.body === null && (
        <p className={styles.muted}>{t('That version is a file; its text cannot be compared.')}</p>
      )}
      {data && data.body !== null && (
        <div className={`${styles.paper} ${styles.diff}`}>
          {data.body === body ? t('Both say the same.') : <DiffView before={data.body} after={body} />}
        </div>
      )}
    </>
  )
}
