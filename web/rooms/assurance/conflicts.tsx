import { t } from '../../messages/index.ts'
import { Section } from '../../ui/page.tsx'
import styles from './assurance.module.css'
import { groupAt, listAt, numberAt } from './result.ts'
import { groupName, percent } from './words.ts'

type Own = { name: string; base: number; ppv: number; fnr: number; fpr: number }

/**
 * Why not everything can be equal: with different base rates, equal predictive values and equal error rates exclude each other
 * (Chouldechova 2017; Kleinberg et al. 2016). Shown with the group's own numbers, so that the choice between them is made by somebody.
 */
export function Conflicts({ attribute }: { attribute: unknown }) {
  const groups = listAt(attribute, 'groups').flatMap(ownOf)
  const reference = groupName(groupAt(attribute, 'reference', 'group'))
  const other = groups.find(({ name }) => name === reference)
  const rest = groups.filter(({ name, base }) => name !== reference && other && Math.abs(base - other.base) > 0.02)
  if (!other || rest.length === 0) return null
  return (
    <Section
      title={t('What cannot be equal at once')}
      lead={t(
        'Base rates differ, so equal predictive values and equal error rates exclude each other: FPR = p/(1−p) × (1−PPV)/PPV × (1−FNR).',
      )}
    >
      <ul className={styles.reasons}>
        {rest.slice(0, 6).map((own) => (
          <li key={own.name}>{sentence(own, other)}</li>
        ))}
      </ul>
      <p className={styles.muted}>
        {t('Which error is to be equal is a choice of values: the reason of the plan says which was chosen.')}
      </p>
    </Section>
  )
}

function sentence(own: Own, other: Own): string {
  const wouldBe = (own.base / (1 - own.base)) * ((1 - other.ppv) / other.ppv) * (1 - other.fnr)
  return t(
    '{name}: base rate {base} against {otherBase} of {other}. With the predictive value ({ppv}) and false negative rate ({fnr}) of {other}, its false positive rate would have to be {wouldBe}; it is {fpr}, that of {other} is {otherFpr}.',
    {
      name: own.name,
      other: other.name,
      base: percent(own.base),
      otherBase: percent(other.base),
      ppv: percent(other.ppv),
      fnr: percent(other.fnr),
      wouldBe: wouldBe > 1 ? t('above 100 %, which no decision can reach') : percent(wouldBe),
      fpr: percent(own.fpr),
      otherFpr: percent(other.fpr),
    },
  )
}

function ownOf(group: unknown): Own[] {
  const rate = (name: string) => numberAt(group, 'rates', name, 'value')
  const [base, ppv, fnr, fpr] = [rate('base_rate'), rate('ppv'), rate('fnr'), rate('fpr')]
  if (base === null || base === 1 || ppv === null || ppv === 0 || fnr === null || fpr === null) return []
  return [{ name: groupName(groupAt(group, 'group')), base, ppv, fnr, fpr }]
}
