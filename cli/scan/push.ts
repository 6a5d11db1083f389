import { createHash } from 'node:crypto'
import { ApiProblem, createClient } from '@assay/sdk'
import { ok, refuse, type Result } from '@assay/server/kernel/result.ts'
import type { Scan } from './model.ts'

export type PushRefusal = { kind: 'refused' | 'unreachable' | 'bad-address' | 'no-token'; message: string }

/** A server and the key for it, both looked at before a scan takes its time. */
export type PushTarget = { base: string; token: string }

/** @param address what a browser shows for the server, such as `https://assay.example.org` */
export function pushTarget(address: string, token: string | undefined): Result<PushTarget, PushRefusal> {
  const base = serverOf(address)
  if (base === undefined) {
    const message = `${address} is no http or https address. Give the server's, such as https://assay.example.org.`
    return refuse({ kind: 'bad-address', message })
  }
  if (!token)
    return refuse({ kind: 'no-token', message: 'Set ASSAY_TOKEN to an API key of the server that --push names.' })
  return ok({ base, token })
}

/**
 * Sends a scan to the staging queue of a server, where a person accepts, merges or dismisses each finding.
 * @returns the address of the page where that is done
 */
export async function pushScan(scan: Scan, { base, token }: PushTarget): Promise<Result<string, PushRefusal>> {
  const client = createClient({ baseUrl: `${base}/api/v1`, headers: { Authorization: `Bearer ${token}` } })
  try {
    await client.post('/discovery/scans', scan, { idempotencyKey: keyOf(scan) })
    return ok(`${base}/discovery`)
  } catch (error) {
    if (error instanceof ApiProblem) return refuse({ kind: 'refused', message: wordsOf(error) })
    const message = `${base} did not answer: ${causeOf(error)}. Check the address and that the server runs.`
    return refuse({ kind: 'unreachable', message })
  }
}

/** The same body always has the same key, so that a repeated request is carried out once. */
export function keyOf(scan: Scan): string {
  return `scan-${createHash('sha256').update(JSON.stringify(scan)).digest('hex')}`
}

function serverOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined
  const { protocol, origin, pathname } = new URL(address)
  if (protocol !== 'http:' && protocol !== 'https:') return undefined
  return origin + pathname.replace(/\/(?:api\/v1\/?)?$/, '')
}

function wordsOf({ status, title, detail, problems }: ApiProblem): string {
  const parts = problems.map(({ path, message }) => `\n  ${path}: ${message}`).join('')
  return `The server refused the scan (${status}): ${detail || title}${parts}`
}

function causeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined
  if (cause instanceof Error) return 'code' in cause ? String(cause.code) : cause.message
  return error instanceof Error ? error.message : String(error)
}
