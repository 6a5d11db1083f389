import { lazy } from 'react'
import { t } from '../../messages/index.ts'
import { useSession } from '../../ui/session.ts'
import { OrganizationFace } from './faces.tsx'
import { OnDemand } from './on-demand.tsx'
import styles from './organization.module.css'

const OrganizationMenu = lazy(() => import('./organization-menu.tsx'))

/** Which organisation is looked at, and whether it is a sample. */
export function Organization() {
  const { organization, organizations } = useSession()
  return (
    <div className={styles.organization}>
      {organizations.length > 1 ? (
        <OnDemand menu={OrganizationMenu} face={OrganizationFace} kind="menu" />
      ) : (
        <span className={styles.single}>{organization.name}</span>
      )}
      {organization.demo && <span className={styles.demo}>{t('Sample data')}</span>}
    </div>
  )
}
