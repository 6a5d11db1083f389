import type { OrganizationId } from '#kernel/id.ts'

/** What names one log for ever: where it was begun, whose it is, and how often it had to begin anew. */
export type Origin = { host: string; org: OrganizationId; epoch: number }

/** `assay.example.org/<organization>`, and `…/epoch-2` after two losses. A sample organization's begins with `demo/`. */
export function formatOrigin({ host, org, epoch }: Origin): string {
  return epoch === 0 ? `${host}/${org}` : `${host}/${org}/epoch-${epoch}`
}

export function parseOrigin(text: string): Origin | null {
  const [, host, org, epoch] = /^([^/\s+]+)\/([0-9a-f-]{36})(?:\/epoch-([1-9]\d{0,6}))?$/.exec(text) ?? []
  if (host === undefined || org === undefined) return null
  return { host, org: org as OrganizationId, epoch: Number(epoch ?? 0) }
}

/** The host of a new log's origin: that of the house's address, unless the address says nothing. */
export function originHost(url: URL, demo: boolean): string {
  if (demo) return 'demo'
  const named = !['localhost', '127.0.0.1', '[::1]', '0.0.0.0'].includes(url.hostname)
  return named ? url.hostname : 'assay.local'
}
