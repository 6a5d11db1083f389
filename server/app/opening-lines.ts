import type { Serving } from './serve.ts'

/** What the start says in the end: where Assay is and how to set it up, or that it is not ready and what to do. */
export function openingLines({ url, setUpLink, refused }: Pick<Serving, 'url' | 'setUpLink' | 'refused'>): string[] {
  if (refused !== null) {
    return [
      `Assay is NOT ready: its database was not brought forward, for the reason above. Nothing was lost.`,
      `Until it is stopped (Ctrl-C), it only says so at ${url.origin}/health/ready. Mend the cause, then start it again.`,
    ]
  }
  return [`Assay is at ${url.origin}`, ...(setUpLink ? [`Set it up at ${setUpLink}`] : [])]
}
