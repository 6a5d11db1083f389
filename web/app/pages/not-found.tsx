import { t } from '../../messages/index.ts'
import { Link } from '../../ui/link.tsx'
import { Page } from '../../ui/page.tsx'

/** The same for an address that never was and for a record that this person may not see. */
export function NotFound() {
  return (
    <Page title={t('There is no such page')} width="text">
      <p>{t('The address may be mistyped, or the record is not one of this organisation.')}</p>
      <p>
        <Link to="/">{t('Go to Home')}</Link>
      </p>
    </Page>
  )
}
