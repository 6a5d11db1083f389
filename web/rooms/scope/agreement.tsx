import { t } from '../../messages/index.ts'
import { Link } from '../../ui/link.tsx'
import links from '../../ui/link.module.css'
import { Section } from '../../ui/page.tsx'
import { addressOf } from '../../ui/references.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import { LinkButton } from '../../ui/verb-button.tsx'
import styles from './scope.module.css'
import { type Comparison, comparisons as words, type Difference, saying, verdicts } from './words.ts'

/** Inventory, wording, Statement of Applicability and audit plan: whether they say the same, and by name where not. */
export function Agreement({ comparisons }: { comparisons: Comparison[] }) {
  return (
    <Section
      title={t('Do all records say the same?')}
      lead={t('An auditor lays them side by side. Each difference has a name, and leads to where it is mended.')}
      actions={
        <LinkButton to="/organization/reviews/new?about=scope" permission="context:review">
          {t('Record a review')}
        </LinkButton>
      }
    >
      <ul className={styles.comparisons}>
        {comparisons.map((one) => (
          <li key={one.with}>
            <div className={styles.head}>
              <strong>{words[one.with].title}</strong>
              <StateBadge {...verdicts[one.state]} />
            </div>
            <Said comparison={one} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Said({ comparison: { state, total, differences, with: other } }: { comparison: Comparison }) {
  if (other === 'audit-plan')
    return (
      <p className={styles.muted}>
        {t('Audit plans are not kept in Assay yet. Compare yours by hand, and say so in a review of the scope.')}
      </p>
    )
  if (state === 'missing') return <p className={styles.muted}>{words[other].missing}</p>
  return (
    <>
      <ul className={styles.differences}>
        {differences.map((one) => (
          <li key={`${one.kind} ${one.ref} ${one.other?.ref ?? ''}`}>
            <Mend difference={one} /> {saying(one)}
          </li>
        ))}
      </ul>
      {total > differences.length && (
        <p className={styles.muted}>
          {t('And {count, plural, one {# more} other {# more}}.', { count: total - differences.length })}
        </p>
      )}
    </>
  )
}

/** Elements are decided on this page; all else has a page of its own. */
function Mend({ difference: { ref, name } }: { difference: Difference }) {
  const to = /^(unit|site|activity|role):/.test(ref) ? undefined : addressOf(ref)
  return to === undefined ? (
    <a className={links.link} href={`#${anchorOf(ref)}`}>
      {name}
    </a>
  ) : (
    <Link to={to}>{name}</Link>
  )
}

/** The place of an element on this page. */
export function anchorOf(ref: string): string {
  return `element-${encodeURIComponent(ref)}`
}
