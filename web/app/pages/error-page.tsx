import { ApiProblem } from '@assay/sdk'
import { Button } from '@mantine/core'
import type { ErrorComponentProps } from '@tanstack/react-router'
import { t } from '../../messages/index.ts'
import { Page } from '../../ui/page.tsx'
import { ProblemAlert, problemTitle } from '../../ui/problem-alert.tsx'
import { NotFound } from './not-found.tsx'

/** Where a page that broke ends up: it says what happened and offers to try again. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  if (error instanceof ApiProblem && error.status === 404) return <NotFound />
  return (
    <Page title={problemTitle(error)} width="text">
      <ProblemAlert error={error} />
      <p>
        <Button variant="default" onClick={reset}>
          {t('Try again')}
        </Button>
      </p>
    </Page>
  )
}
