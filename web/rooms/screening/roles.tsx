import { t } from '../../messages/index.ts'
import { Link } from '../../ui/link.tsx'
import styles from './screening.module.css'
import type { Outcome } from './words.ts'

type Suggested = Outcome['roles']
type Iso = Suggested['iso22989'][number]
type Act = Suggested['euAiAct'][number]

const isoRoles: Record<Iso['role'], string> = {
  provider: t('AI provider'),
  producer: t('AI producer'),
  customer: t('AI customer or user'),
  partner: t('AI partner'),
  subject: t('AI subject'),
  'relevant-authority': t('Relevant authority'),
}

const actRoles: Record<Act['role'], string> = {
  provider: t('Provider'),
  deployer: t('Deployer'),
  importer: t('Importer'),
  distributor: t('Distributor'),
  'authorised-representative': t('Authorised representative'),
  'product-manufacturer': t('Product manufacturer'),
  'gpai-provider': t('Provider of a general-purpose AI model'),
}

/** The roles of ISO/IEC 22989 and those of the EU AI Act, side by side and never mixed. */
export function Roles({ roles }: { roles: Suggested }) {
  return (
    <div className={styles.pair}>
      <section>
        <h3>{t('ISO/IEC 22989')}</h3>
        <p className={styles.muted}>
          {t('Clause 4.1 asks which of these you are.')}{' '}
          <Link to="/frameworks/ISO-42001-2023/4.1">{t('Clause 4.1')}</Link>
        </p>
        <RoleList suggestions={roles.iso22989.map((one) => ({ ...one, label: isoRoles[one.role] }))} />
      </section>
      <section>
        <h3>{t('EU AI Act')}</h3>
        <p className={styles.muted}>{t('Roles in law, where the Act applies. Not legal advice.')}</p>
        <RoleList suggestions={roles.euAiAct.map((one) => ({ ...one, label: actRoles[one.role] }))} />
      </section>
    </div>
  )
}

type RoleListProps = { suggestions: (Pick<Iso, 'heldBy' | 'reason' | 'basis'> & { label: string })[] }

function RoleList({ suggestions }: RoleListProps) {
  if (suggestions.length === 0) return <p>{t('None is suggested by these answers.')}</p>
  return (
    <ul className={styles.roles}>
      {suggestions.map(({ label, heldBy, reason, basis }) => (
        <li key={label}>
          <strong>{label}</strong>{' '}
          <span className={styles.muted}>{heldBy === 'organization' ? t('you') : t('others')}</span>
          <p>{reason}</p>
          <p className={styles.muted}>{basis}</p>
        </li>
      ))}
    </ul>
  )
}
