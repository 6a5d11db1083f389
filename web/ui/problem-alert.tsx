import { ApiProblem } from '@assay/sdk'
import { IconHexagonMinus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { t } from '../messages/index.ts'
import styles from './problem-alert.module.css'
import { serverWords } from './server-words.ts'

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
        {hint(error) && <p className={styles.detail}>{hint(error)}</p>}
        {parts.length > 0 && (
          <ul className={styles.parts}>
            {parts.map((part) => (
              <li key={`${part.path} ${part.message}`}>{serverWords(part)}</li>
            ))}
          </ul>
        )}
        {action}
      </div>
    </div>
  )
}

/** What was refused (a problem's title only names its status), or what a broken wire means. */
export function problemTitle(error: unknown): string {
  if (error instanceof ApiProblem) return t(error.detail || error.title)
  if (error instanceof TypeError) return t('The server cannot be reached.')
  return t('Something went wrong on this page.')
}

function hint(error: unknown): string {
  if (error instanceof ApiProblem) return ''
  if (error instanceof TypeError) return t('Check the connection and try again. What you typed is kept.')
  return error instanceof Error ? error.message : ''
}
