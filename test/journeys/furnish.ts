import type { Page } from 'playwright-core'

/** Adds to the sample organization what has a page of its own and is not in its story, so that those pages show something. */
export async function furnish(page: Page): Promise<void> {
  const finding = {
    kind: 'sdk',
    vendor: 'OpenAI',
    name: 'openai',
    file: 'services/claims/src/answer.ts',
    line: 1,
    evidence: "import OpenAI from 'openai'",
    confidence: 'high',
  }
  await post(page, '/discovery/scans', {
    files: 120,
    bytes: 480_000,
    seconds: 0.2,
    findings: [finding],
    systems: [{ name: 'claims', root: 'services/claims', findings: [finding] }],
  })
  const { id } = await post(
    page,
    '/imports?register=ai-systems&name=systems.csv',
    'Name,State\nFraud filter,\n,flying\n',
  )
  await post(page, `/imports/${id}/check`, { mapping: { name: 'Name', state: 'State' } })
  await post(page, '/reports/gap', { formats: ['json'], assessment: null })
}

async function post(page: Page, path: string, body: object | string): Promise<{ id: string }> {
  const answer = await page.request.post(`/api/v1${path}`, {
    data: body,
    headers: {
      'Content-Type': typeof body === 'string' ? 'text/csv' : 'application/json',
      'Idempotency-Key': `furnish ${path}`,
    },
  })
  if (!answer.ok()) throw new Error(`${path} was refused: ${await answer.text()}`)
  return await answer.json()
}
