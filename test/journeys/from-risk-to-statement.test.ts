import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { openHouse, type Visitor } from './browser.ts'
import { invite, join, setUp } from './people.ts'
import { journey } from './steps.ts'
import { settled } from './watch.ts'

const house = openHouse()
const olive = { name: 'Olive Owner', email: 'olive@example.org' }
const adam = { name: 'Adam Approver', email: 'adam@example.org' }
const withheld = 'We build no models of our own; each is bought and used as delivered.'

describe('from risk criteria to a Statement of Applicability', () => {
  const step = journey()
  let owner: Visitor
  let approver: Visitor
  let risk = ''
  const first: { id: string; pdf: Buffer; on: string } = { id: '', pdf: Buffer.alloc(0), on: '' }

  step('criteria are set, and another person approves them', async () => {
    owner = await house.visitor()
    const { page } = owner
    await setUp(page, house.server().setUpLink, 'Example Bank', olive)
    const link = await invite(page, adam.email, 'Approver')
    approver = await house.visitor()
    await join(approver.page, link, adam.name)
    await page.goto('/risk-criteria')
    await page.getByRole('link', { name: 'Set criteria' }).click()
    await page.getByRole('button', { name: 'Save draft' }).click()
    await page.getByText('Nothing can be rated until another person approves it.').waitFor()
    await approver.page.goto('/risk-criteria')
    await approver.page.getByRole('button', { name: 'Approve criteria' }).click()
    await confirm(approver.page, 'Approve criteria')
    await approver.page.getByText('Approved', { exact: true }).first().waitFor()
  })

  step('a risk is identified, rated and treated with a control', async () => {
    const { page } = owner
    await identify(page, 'Young applicants refused more often', 'A.6.2.4')
    risk = new URL(page.url()).pathname
    await rate(page, 'Rate', { likelihood: 4, people: 4 })
    await page.getByRole('button', { name: 'Decide treatment' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('radio', { name: /^Modify/ }).check()
    await dialog.getByRole('button', { name: 'Decide treatment' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await rate(page, 'Rate what is left', { likelihood: 2, people: 2 })
    await page.getByText('Treated', { exact: true }).first().waitFor()
  })

  step('the named owner of the risk accepts what is left, until a day', async () => {
    const { page } = approver
    await page.goto(risk)
    await page.getByRole('button', { name: 'Accept what is left' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Until').fill(daysAhead(90))
    await dialog.getByRole('button', { name: 'Accept', exact: true }).click()
    await page.getByText('Accepted', { exact: true }).first().waitFor()
  })

  step(
    'a statement is drafted: the control is included for the risk, one is excluded, the others are decided',
    async () => {
      const { page } = owner
      await page.goto('/statements-of-applicability')
      await page.getByRole('button', { name: 'Start the next version' }).first().click()
      await page.getByRole('heading', { level: 1, name: 'Statement of Applicability, version 1' }).waitFor()
      first.id = idIn(page)
      await page.getByRole('link', { name: /^A\.6\.2\.4 / }).click()
      await page.getByRole('link', { name: 'Young applicants refused more often' }).waitFor()
      await page.getByRole('button', { name: 'Include with a reason' }).click()
      await include(page, 'Tests by group find it before applicants do.')
      await page.goto(`/statements-of-applicability/${first.id}`)
      await page.getByRole('link', { name: /^A\.7\.3 / }).click()
      await page.getByRole('button', { name: 'Exclude with a reason' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Reason').fill(withheld)
      await dialog.getByRole('button', { name: 'Exclude', exact: true }).click()
      await page.getByText('Excluded', { exact: true }).first().waitFor()
      await decideTheRest(page, first.id, risk.split('/').at(-1) ?? '')
    },
  )

  step('a second person approves it, and its files are kept', async () => {
    await approve(approver.page, first.id)
    first.pdf = await pdfOf(owner.page, first.id)
    expect(first.pdf.subarray(0, 5).toString()).toBe('%PDF-')
    first.on = new Date().toISOString()
  })

  step('a new risk that names the excluded control is shown on the statement', async () => {
    const { page } = owner
    await identify(page, 'Purchased data of unknown origin', 'A.7.3')
    await page.goto(`/statements-of-applicability/${first.id}`)
    await page.getByText('1 exclusion does not stand any more').waitFor()
    await page.getByRole('link', { name: /^A\.7\.3 / }).click()
    await page.getByText('It was excluded, and an open risk names it now').waitFor()
  })

  step('the next version decides it anew, and its diff says so', async () => {
    const { page } = owner
    await page.goto('/statements-of-applicability')
    await page.getByRole('button', { name: 'Start the next version' }).first().click()
    await page.getByRole('heading', { level: 1, name: 'Statement of Applicability, version 2' }).waitFor()
    const second = idIn(page)
    await page.getByRole('link', { name: /^A\.7\.3 / }).click()
    await page.getByRole('button', { name: 'Include with a reason' }).click()
    await include(page, 'Origin is recorded before data are bought.')
    await approve(approver.page, second)
    await page.goto(`/statements-of-applicability/${second}`)
    const differs = page.locator('section', { hasText: 'What differs from version 1' })
    await differs.getByText(withheld).waitFor()
    await differs.getByText('Origin is recorded before data are bought.').waitFor()
    expect(await differs.getByRole('listitem').count()).toBe(1)
  })

  step('as of the earlier instant the first version holds, and its PDF is the same to the byte', async () => {
    const { page } = owner
    await page.goto(`/statements-of-applicability?asOf=${first.on}`)
    await page.getByRole('link', { name: 'Version 1' }).click()
    await page.getByText('Approved', { exact: true }).first().waitFor()
    await settled(page)
    expect(await page.getByText('1 exclusion does not stand').count()).toBe(0)
    expect((await pdfOf(page, first.id)).equals(first.pdf)).toBe(true)
    expect((await pdfOf(page, first.id, first.on)).equals(first.pdf)).toBe(true)
  })
})

/** Identifies a risk of the approver's that names a control. */
async function identify(page: Page, title: string, control: string): Promise<void> {
  await page.goto('/risks/new')
  await page.getByRole('textbox', { name: /^Risk/ }).fill(title)
  await page.getByRole('combobox', { name: 'Risk owner' }).fill(adam.name)
  await page.getByRole('option', { name: adam.name }).click()
  await page.getByRole('combobox', { name: 'Controls' }).fill(control)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Identify risk' }).click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}

async function rate(page: Page, verb: string, { likelihood, people }: { likelihood: number; people: number }) {
  await page.getByRole('button', { name: verb, exact: true }).click()
  const dialog = page.getByRole('dialog')
  const steps = [
    ['Likelihood', likelihood],
    ['Consequence for the organisation', 2],
    ['Consequence for people', people],
    ['Consequence for groups and society', 1],
  ] as const
  for (const [label, place] of steps) {
    await dialog.getByRole('combobox', { name: label }).click()
    await page.getByRole('option', { name: new RegExp(`^${place} `) }).click()
  }
  await dialog.getByLabel('Why').fill('The figures of last year by age.')
  await dialog.getByRole('button', { name: 'Record rating' }).click()
  await dialog.waitFor({ state: 'hidden' })
}

async function include(page: Page, words: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Reason').fill(words)
  await dialog.getByRole('button', { name: 'Include', exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
  await page.getByText('Included', { exact: true }).first().waitFor()
}

/** What two rows have shown on the page, the others get through the page's own API: the same each time, 36 times. */
async function decideTheRest(page: Page, id: string, risk: string): Promise<void> {
  const path = `/api/v1/statements-of-applicability/${id}`
  const { rows } = await (await page.request.get(path)).json()
  for (const row of rows) {
    if (row.decision !== 'undecided') continue
    const data = {
      decision: 'included',
      reasons: [{ kind: 'risk', ref: `risk:${risk}`, words: 'It keeps refusals fair and seen' }],
    }
    const decided = await page.request.patch(`${path}/rows/${row.id}`, {
      data,
      headers: { 'If-Match': `"${row.version}"` },
    })
    expect(decided.status(), await decided.text()).toBe(200)
  }
}

async function approve(page: Page, id: string): Promise<void> {
  await page.goto(`/statements-of-applicability/${id}`)
  await page.getByRole('button', { name: 'Approve', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Approve', exact: true }).click()
  await page.getByText(`${adam.name} on `).first().waitFor()
}

async function confirm(page: Page, verb: string): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: verb, exact: true }).click()
}

/** The file of an approved version, once it is made. */
async function pdfOf(page: Page, id: string, asOf = ''): Promise<Buffer> {
  const path = `/api/v1/statements-of-applicability/${id}/pdf`
  const ask = () => page.request.get(path, { headers: { 'Assay-As-Of': asOf } })
  await expect.poll(async () => (await ask()).status(), { timeout: 60_000 }).toBe(200)
  return await (await ask()).body()
}

function idIn(page: Page): string {
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

function daysAhead(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
}
