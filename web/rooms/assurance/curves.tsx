import { t } from '../../messages/index.ts'
import styles from './assurance.module.css'

export type Curve = { name: string; points: { x: number; y: number }[] }

const [size, edge] = [360, 40]

/** Lines in the unit square with its diagonal, each with a dash of its own; the table beside holds the numbers. */
export function Curves({ curves, x, y }: { curves: Curve[]; x: string; y: string }) {
  const place = (value: number) => edge + value * (size - edge - 12)
  const at = ({ x: across, y: up }: { x: number; y: number }) => `${place(across)},${size - place(up)}`
  const dashes = [undefined, '7 4', '2 3', '9 3 2 3']
  return (
    <figure className={styles.figure}>
      <svg viewBox={`0 0 ${size} ${size}`} className={`${styles.plot} ${styles.square}`} aria-hidden="true">
        <line x1={place(0)} y1={size - place(0)} x2={place(1)} y2={size - place(1)} className={styles.zero} />
        <path
          d={`M${place(0)} ${size - place(1)}V${size - place(0)}H${place(1)}`}
          fill="none"
          className={styles.zero}
        />
        {curves.slice(0, 4).map(({ name, points }, index) => (
          <polyline key={name} points={points.map(at).join(' ')} className={styles.line} data-dash={index} />
        ))}
        <text x={place(0.5)} y={size - 10} textAnchor="middle" className={styles.quiet}>
          {x}
        </text>
        <text
          x={14}
          y={size - place(0.5)}
          textAnchor="middle"
          className={styles.quiet}
          transform={`rotate(-90 14 ${size - place(0.5)})`}
        >
          {y}
        </text>
      </svg>
      <figcaption className={styles.links}>
        {curves.slice(0, 4).map(({ name }, index) => (
          <span key={name} className={styles.muted}>
            <svg width="28" height="8" aria-hidden="true">
              <line x1="0" x2="28" y1="4" y2="4" className={styles.line} strokeDasharray={dashes[index]} />
            </svg>{' '}
            {name}
          </span>
        ))}
      </figcaption>
    </figure>
  )
}

/** More lines than these cannot be told apart; the table below has all of them. */
export const drawn = 4

/** Says that some lines are not drawn, where that is so. */
export function NotDrawn({ count }: { count: number }) {
  if (count <= drawn) return null
  return (
    <p className={styles.muted}>
      {t('{drawn} of {count} curves are drawn, so that they can be told apart; the table holds all.', { drawn, count })}
    </p>
  )
}
