import { Button } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { t } from '../../messages/index.ts'
import { showAsOf, useAsOf } from '../../ui/as-of.ts'
import { useAddress } from '../../ui/navigation.ts'
import styles from './past-band.module.css'

/** Says, on every page of the past, which past it is and that nothing can be changed there. */
export function PastBand() {
  const asOf = useAsOf()
  const [, setAddress] = useAddress()
  return (
    <div role="status" className={styles.place}>
      {asOf !== undefined && (
        <div className={styles.band}>
          <IconHistory size={18} aria-hidden />
          <span>{t('As of {asOf} · read-only', { asOf: showAsOf(asOf) })}</span>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => setAddress({ asOf: undefined, cursor: undefined }, { push: true })}
          >
            {t('Back to today')}
          </Button>
        </div>
      )}
    </div>
  )
}
