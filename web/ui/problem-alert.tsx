import { ApiProblem } from '@assay/sdk'
import { IconHexagonMinus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { t } from '../messages/index.ts'
import styles from './problem-alert.module.css'

export type ProblemAlertProps = {
  error: unknown
  /** A button that tries again, where trying again can help. */
  action?: ReactNode
}

/** Says what was refused or went wrong, and what to do. Nothing when there is no error. */
export function ProblemAlert({ error, action }: ProblemAlertProps) {
  if (error === null || error === undefined) return null
  const parts = error instanceof ApiProblem ? error.problems : []
  return (
    <div className={styles.alert} role="alert">
      <IconHexagonMinus size={20} aria-hidden />
      <div>
        <p className={styles.title}>{problemTitle(error)}</p>
        {problemDetail(error) && <p className={styles.detail}>{problemDetail(error)}</p>}
        {parts.length > 0 && (
          <ul className={styles.parts}>
            {parts.map(({ path, message }) => (
              <li key={`${path} ${message}`}>{message}</li>
            ))}
          </ul>
        )}
        {action}
      </div>
    </div>
  )
}

/** The refusal's title, or what a broken wire means. */
export function problemTitle(error: unknown): string {
  if (error instanceof ApiProblem) return error.title
  if (error instanceof TypeError) return t('The server cannot be reached.')
  return t('Something went wrong on this page.')
}

function problemDetail(error: unknown): string {
  if (error instanceof ApiProblem) return error.detail
  if (error instanceof TypeError) return t('Check the connection and try again. What you typed is kept.')
  return error instanceof Error ? error.message : ''
}
