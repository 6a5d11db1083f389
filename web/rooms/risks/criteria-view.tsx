import { t } from '../../messages/index.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { Section } from '../../ui/page.tsx'
import { toleranceWords } from './figures/words.ts'
import { Matrix } from './matrix.tsx'
import styles from './risks.module.css'
import type { Criteria } from './words.ts'

/** Scales, bounds and appetite of one edition. */
export function CriteriaView({
  criteria,
}: {
  criteria: Pick<Criteria, 'appetite' | 'definition'> & Partial<Criteria>
}) {
  const { definition, appetite, authors, approval, ratings } = criteria
  return (
    <>
      <Section title={t('Appetite')}>
        <p>{appetite}</p>
        <Facts>
          {authors && <Fact label={t('Written by')}>{authors.map(({ name }) => name).join(', ')}</Fact>}
          {approval && <Fact label={t('Approved by')}>{approval.by.name}</Fact>}
          {approval && (
            <Fact label={t('Approved on')}>
              <DateTime value={approval.on} />
            </Fact>
          )}
          {ratings !== undefined && <Fact label={t('Ratings under it')}>{String(ratings)}</Fact>}
          <Fact label={t('A rating is good for')}>{months(definition.reviewMonths)}</Fact>
          <Fact label={t('An acceptance lasts at most')}>{months(definition.acceptanceMonths)}</Fact>
          <Fact label={t('Losses that are tolerated')}>
            {definition.tolerance?.points.map((point) => (
              <div key={point.loss}>{toleranceWords(point, definition.tolerance?.currency ?? null)}</div>
            )) ?? t('Not set')}
          </Fact>
        </Facts>
      </Section>
      <Section title={t('Matrix')}>
        <Matrix
          definition={definition}
          caption={t('Product of likelihood and the gravest consequence, and what it means')}
        />
      </Section>
      <Section title={t('Scales in words')}>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reached by keyboard */}
        <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('Likelihood')}>
          <table className={styles.table}>
            <caption>{t('Likelihood')}</caption>
            <tbody>
              {definition.likelihood.map(({ name, meaning }, index) => (
                <tr key={index}>
                  <th scope="row">{`${index + 1} ${name}`}</th>
                  <td>{meaning}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reached by keyboard */}
        <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('Consequence')}>
          <table className={styles.table}>
            <caption>{t('Consequence')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('Step')}</th>
                <th scope="col">{t('For the organisation')}</th>
                <th scope="col">{t('For people')}</th>
                <th scope="col">{t('For groups and society')}</th>
              </tr>
            </thead>
            <tbody>
              {definition.consequence.map((step, index) => (
                <tr key={index}>
                  <th scope="row">{`${index + 1} ${step.name}`}</th>
                  <td>{step.organization}</td>
                  <td>{step.individuals}</td>
                  <td>{step.society}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Section>
    </>
  )
}

function months(count: number): string {
  return t('{count, plural, one {one month} other {# months}}', { count })
}
