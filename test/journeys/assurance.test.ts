import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect } from 'vitest'
import { decisionsCsv } from '../../server/app/demo/decisions.ts'
import { openHouse, type Visitor } from './browser.ts'
import { assay } from './cli.ts'
import { lookAt } from './crawl.ts'
import { invite, join as joinHouse, setUp } from './people.ts'
import { journey } from './steps.ts'
import { settled } from './watch.ts'

const house = openHouse()
const olive = { name: 'Olive Owner', email: 'olive@example.org' }
const adam = { name: 'Adam Approver', email: 'adam@example.org' }

const folder = mkdtempSync(join(tmpdir(), 'assay-decisions-'))
const file = join(folder, 'decisions-march.csv')
writeFileSync(file, decisionsCsv(31, { north: { people: 1200, selected: 0.5 }, south: { people: 900, selected: 0.3 } }))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a measurement', () => {
  const step = journey()
  let owner: Visitor
  let approver: Visitor
  let plan: string
  let system: string
  let before: number

  step('a system is registered and its plan written from the columns of a file', async () => {
    owner = await house.visitor()
    const { page } = owner
    await setUp(page, house.server().setUpLink, 'Example Bank', olive)
    const me = await (await page.request.get('/api/v1/session')).json()
    const made = await page.request.post('/api/v1/ai-systems', {
      data: { name: 'Credit model', state: 'in-use', individualDecisions: 'decides', owner: me.person.id },
      headers: { 'Idempotency-Key': 'the system' },
    })
    expect(made.status(), await made.text()).toBe(201)
    system = (await made.json()).id
    await page.goto(`/ai-systems/${system}?tab=measurements`)
    await page.getByRole('link', { name: 'Write a measurement plan' }).click()
    await page.getByRole('heading', { level: 1, name: 'Write a measurement plan' }).waitFor()
    await page.getByLabel('Title').fill('Approval rates')
    await page.getByLabel('Why this measure').fill('A refusal hurts whoever is refused, so rates of approval decide.')
    await page.getByLabel('Look at a file').setInputFiles(file)
    await page.getByRole('region', { name: 'First rows of the file' }).waitFor()
    await choose('Outcome', 'label')
    await choose('Decision', 'prediction')
    await page.getByRole('combobox', { name: 'Groups' }).fill('group')
    await page.keyboard.press('Enter')
    await page.getByLabel('Margin').fill('0.1')
    await page.getByRole('button', { name: 'Add another limit' }).click()
    await page.getByRole('group', { name: 'Limit 2' }).getByLabel('Margin').fill('0.2')
    await settled(page)
    expect(await lookAt(page)).toEqual([])
    await page.getByRole('button', { name: 'Save as draft' }).click()
    await page.getByRole('heading', { level: 1, name: 'Approval rates' }).waitFor()
    plan = new URL(page.url()).pathname
  })

  async function choose(label: string, option: string): Promise<void> {
    const { page } = owner
    await page.getByRole('combobox', { name: label, exact: true }).click()
    await page.getByRole('option', { name: option, exact: true }).click()
  }

  step('its author may not approve it, and is told to invite somebody', async () => {
    const { page } = owner
    owner.watch.expectRefusal(403, /\/approve$/)
    await page.getByRole('button', { name: 'Approve plan' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Approve plan' }).click()
    await page.getByText('nobody else here may approve it').waitFor()
  })

  step('a second person approves it', async () => {
    const link = await invite(owner.page, adam.email, 'Approver')
    approver = await house.visitor()
    const { page } = approver
    await joinHouse(page, link, adam.name)
    await page.goto(plan)
    await page.getByRole('button', { name: 'Approve plan' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Approve plan' }).click()
    await page.getByText('Adam Approver, in entry').waitFor()
  })

  step('it is run on an uploaded file and breaks its limit', async () => {
    const { page } = owner
    const log = await (
      await page.request.get(`/api/v1${plan.replace('/assurance/plans', '/measurement-plans')}`)
    ).json()
    before = log.approval.seq
    await page.goto(plan)
    await page.getByRole('button', { name: 'Run on a file' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('File', { exact: true }).setInputFiles(file)
    await dialog.getByRole('button', { name: 'Run the plan' }).click()
    await page.getByRole('heading', { level: 2, name: 'Verdict' }).waitFor()
    await page.getByText('Breaks a limit').first().waitFor()
    await page.getByText('Confirms', { exact: true }).waitFor()
    await page.getByRole('heading', { level: 2, name: 'Differences by group' }).waitFor()
    await page.getByRole('heading', { level: 2, name: 'What cannot be equal at once' }).waitFor()
    await page.getByRole('heading', { level: 2, name: 'Four-fifths rule' }).waitFor()
    await settled(page)
    expect(await lookAt(page)).toEqual([])
  })

  step('computed again, its record has the same bytes', async () => {
    const { page } = owner
    await page.getByRole('button', { name: 'Compute again and compare' }).click()
    await page.getByText('Same bytes').waitFor()
  })

  step('the failing verdict stands on the page of the system, on readiness and in the task list', async () => {
    const { page } = owner
    await page.goto(`/ai-systems/${system}`)
    await page.getByText('Breaks a limit').waitFor()
    await page.goto(`/ai-systems/${system}?tab=measurements`)
    await page.getByRole('list').getByText('Breaks a limit').waitFor()
    await page.goto('/readiness/A.5.4')
    await page.getByText('A limit is broken in the newest confirming run of: Credit model.').first().waitFor()
    await page.goto('/tasks')
    await page.getByRole('link', { name: 'Act on a failed measurement: Approval rates' }).waitFor()
    await page.goto('/')
    await page.getByText('Act on the failed measurement “Approval rates”').waitFor()
  })

  step('the command line files a run of a file that stays where it is', async () => {
    const { page } = owner
    const read = `/api/v1${plan.replace('/assurance/plans', '/measurement-plans')}`
    const { id, definition } = await (await page.request.get(read)).json()
    const soon = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)
    const key = await page.request.post('/api/v1/api-keys', {
      data: { name: 'Pipeline', scopes: ['assurance:run', 'assurance:read'], expiresOn: soon },
    })
    expect(key.status(), await key.text()).toBe(201)
    const april = join(folder, 'decisions-april.csv')
    writeFileSync(
      april,
      decisionsCsv(32, { north: { people: 1200, selected: 0.5 }, south: { people: 1100, selected: 0.5 } }),
    )
    const written = join(folder, 'plan.json')
    writeFileSync(written, JSON.stringify(definition))
    const push = ['--push', house.server().origin, '--push-plan', id]
    const measure = ['measure', 'fairness', april, '--plan', written, '--markdown']
    const said = await assay([...measure, ...push], { ASSAY_TOKEN: (await key.json()).key })
    expect(said).toContain('pass')
    await page.goto(plan)
    await page.getByRole('link', { name: 'decisions-april.csv' }).click()
    await page.getByText('Holds its limits').first().waitFor()
    await page.getByText('Confirms', { exact: true }).waitFor()
    await page
      .getByText(/pushed/i)
      .first()
      .waitFor()
  })

  step('as of before the run the earlier state is shown', async () => {
    const { page } = owner
    await page.goto(`/ai-systems/${system}?tab=measurements&asOf=${before}`)
    await page.getByText('No confirming run yet').first().waitFor()
    expect(await page.getByText('Breaks a limit').count()).toBe(0)
    await page.goto(`/readiness/A.5.4?asOf=${before}`)
    await page.getByText('Planned and never run: Credit model.').first().waitFor()
  })
})
