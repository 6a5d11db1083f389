import { VisuallyHidden } from '@mantine/core'
import { type Definition, levelOf } from '@assay/server/rooms/risks/model.ts'
import type { ReactNode } from 'react'
import { t } from '../../messages/index.ts'
import { Link } from '../../ui/link.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import styles from './risks.module.css'
import { levels, type Summary } from './words.ts'

type MatrixProps = {
  definition: Definition
  caption: string
  /** What stands in a cell; absent, the product does. */
  cell?: (likelihood: number, consequence: number) => ReactNode
}

/** The matrix as a table: likelihood down, consequence across, each cell with its level in colour and in words. */
export function Matrix({ definition, caption, cell }: MatrixProps) {
  const { likelihood, consequence } = definition
  // The likeliest on top, as such maps are read.
  const rows = likelihood.map((step, index) => ({ step, place: index + 1 })).toReversed()
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reached by keyboard */}
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={caption}>
        <table className={styles.matrix}>
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t('Likelihood \\ consequence')}</th>
              {consequence.map((step, index) => (
                <th key={index} scope="col">{`${index + 1} ${step.name}`}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ step, place }) => (
              <tr key={place}>
                <th scope="row">{`${place} ${step.name}`}</th>
                {consequence.map((_, index) => {
                  const level = levelOf(place * (index + 1), definition)
                  return (
                    <td key={index} data-level={level} title={levels[level].label}>
                      {cell?.(place, index + 1) ?? (
                        <span className={styles.product}>
                          {place * (index + 1)}
                          <VisuallyHidden> {levels[level].label}</VisuallyHidden>
                        </span>
                      )}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ul className={styles.legend}>
        {Object.entries(levels).map(([level, badge]) => (
          <li key={level}>
            <StateBadge {...badge} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** How many open risks stand in each cell today, each a link to them; how many stood there before treatment below. */
export function HeatMap({ definition, summary }: { definition: Definition; summary: Summary }) {
  return (
    <Matrix
      definition={definition}
      caption={t('Open risks as they stand today; in brackets, before treatment')}
      cell={(likelihood, consequence) => {
        const found = summary.cells.find((one) => one.likelihood === likelihood && one.consequence === consequence)
        if (!found || found.now + found.before === 0) return <span className={styles.product}>–</span>
        return (
          <>
            {found.now > 0 ? (
              <Link to={`/risks?cell=${likelihood}-${consequence}`}>
                <span aria-hidden="true">{found.now}</span>
                <VisuallyHidden>
                  {t(
                    '{count, plural, one {One risk} other {# risks}} at likelihood {likelihood}, consequence {consequence}',
                    {
                      count: found.now,
                      likelihood,
                      consequence,
                    },
                  )}
                </VisuallyHidden>
              </Link>
            ) : (
              '0'
            )}{' '}
            <span className={styles.product}>({found.before})</span>
          </>
        )
      }}
    />
  )
}
