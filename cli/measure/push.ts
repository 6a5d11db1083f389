import { canonicalJson, type Run } from '@assay/engine'
import { ApiProblem, createClient } from '@assay/sdk'
import type { Io } from '../command.ts'
import { type PushTarget, pushTarget } from '../scan/push.ts'
import type { MeasureOptions } from './options.ts'

export type PushAsked = { target: PushTarget; plan: string | undefined; subject: string | undefined }

/** Where a run is filed, looked at before the run takes its time: undefined where nobody asked, words where it is asked wrongly. */
export function pushAsked({ values }: MeasureOptions, io: Io): PushAsked | string | undefined {
  if (values.push === undefined) return undefined
  const target = pushTarget(values.push, io.env['ASSAY_TOKEN'])
  if (!target.ok) return target.error.message
  return { target: target.value, plan: values['push-plan'], subject: values.subject }
}

/**
 * Files the record of a run at a server; the measured file stays where it is. The same record has the same key, so that sending it again
 * files it once.
 */
export async function pushRun(run: Run, { target, plan, subject }: PushAsked, io: Io): Promise<boolean> {
  const client = createClient({
    baseUrl: `${target.base}/api/v1`,
    headers: { Authorization: `Bearer ${target.token}` },
  })
  const body = { run, ...(plan === undefined ? {} : { plan }), ...(subject === undefined ? {} : { subject }) }
  try {
    const filed = await client.post<{ id: string; plan: string }>('/measurement-runs/push', body, {
      idempotencyKey: `run-${await digest(canonicalJson(body))}`,
    })
    io.err(`Filed as run ${filed.id} under plan ${filed.plan} at ${target.base}. The measured file stayed here.\n`)
    return true
  } catch (error) {
    io.err(`assay measure: ${wordsOf(error, target)}\n`)
    return false
  }
}

async function digest(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Buffer.from(bytes).toString('hex')
}

function wordsOf(error: unknown, { base }: PushTarget): string {
  if (error instanceof ApiProblem) {
    const parts = error.problems.map(({ path, message }) => `\n  ${path}: ${message}`).join('')
    return `the server refused the run (${error.status}): ${error.detail || error.title}${parts}`
  }
  if (!(error instanceof TypeError)) throw error
  return `${base} did not answer. Check the address and that the server runs; the same run can be sent again`
}
