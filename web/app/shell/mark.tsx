import styles from './mark.module.css'

/** The product's sign and name. */
export function Mark({ small = false }: { small?: boolean }) {
  return (
    <span className={styles.mark}>
      <svg width={small ? 24 : 28} height={small ? 24 : 28} viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="7" fill="var(--mantine-primary-color-filled)" />
        <path
          d="M9 22.5 16 8l7 14.5M12 17.5h8"
          fill="none"
          stroke="#fff"
          strokeWidth="2.6"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      <span className={styles.name}>Assay</span>
    </span>
  )
}
