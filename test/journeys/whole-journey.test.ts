import { readFile } from 'node:fs/promises'
import { type Page } from 'playwright-core'
import { beforeAll, describe, expect } from 'vitest'
import { openHouse, type Visitor } from './browser.ts'
import { assay } from './cli.ts'
import { withCodeTree } from './code-tree.ts'
import { pdfText } from './pdf-text.ts'
import { open, setUp, signIn, signOut } from './people.ts'
import { completeScreening } from './screening.ts'
import { journey } from './steps.ts'
import { settled } from './watch.ts'

const house = openHouse()
const owner = { name: 'Olive Owner', email: 'olive@example.org' }
const systems = `System;Inventory number;Use case;Owner email;Countries;Status
Credit model;S-1;Scores applications for consumer loans;olive@example.org;DE, AT;in use
Hiring tool;S-2;Ranks applicants for the interview;olive@example.org;DE;in use
Support chatbot;S-3;Answers customers in the app;olive@example.org;DE;proposed
;S-4;Has no name;olive@example.org;DE;
Fraud filter;S-5;Holds back payments;nobody@example.org;DE;in use
`

describe('from an empty database to a plan and a report', () => {
  const step = journey()
  let visitor: Visitor
  let page: Page
  let key = ''
  let beforeImport = ''

  beforeAll(async () => {
    visitor = await house.visitor()
    page = visitor.page
  })

  step('the first person sets the server up through the printed link, and it serves once', async () => {
    await setUp(page, house.server().setUpLink, 'Example Bank', owner)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBeTruthy()
    await signOut(page, owner.name)
    await page.goto(house.server().setUpLink)
    await page.getByRole('heading', { name: 'This set-up link has been used' }).waitFor()
    await signIn(page, owner)
  })

  step('the screening says whether the organisation needs the standard, with its reasons', async () => {
    await completeScreening(page)
    await open(page, 'Screening')
    await page.getByRole('heading', { name: 'What holds today' }).waitFor()
    await page.getByText('16 of 24').first().waitFor()
    await page.getByText('You develop AI').waitFor()
  })

  step('a CSV with two bad rows is checked, and its good rows are committed', async () => {
    beforeImport = new Date().toISOString()
    await open(page, 'Imports')
    await page.getByRole('link', { name: 'Import a CSV file' }).first().click()
    await page.getByLabel('CSV file').setInputFiles({
      name: 'systems.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(systems),
    })
    await page.getByRole('button', { name: 'Read the file' }).click()
    await page.getByRole('button', { name: 'Check the rows' }).click()
    const rows = page.getByRole('region', { name: 'Rows of the file' })
    await rows.getByText('must be given').waitFor()
    await rows.getByText('belongs to nobody active here').waitFor()
    expect(await rows.getByRole('row').count()).toBe(3)
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download the rows to correct' }).click(),
    ])
    expect(await readFile(await file.path(), 'utf8')).toContain('Fraud filter')
    await page.getByRole('button', { name: 'Commit 3 good rows' }).click()
    await page.getByRole('button', { name: 'Undo the import' }).waitFor()
    await open(page, 'AI systems')
    await page.getByRole('link', { name: 'Credit model' }).waitFor()
    expect(await page.getByRole('link', { name: 'Fraud filter' }).count()).toBe(0)
  })

  step('a scan of real code is sent in with an API key, and one candidate is accepted', async () => {
    key = await createKey(page)
    const said = await withCodeTree((folder) =>
      assay(['scan', folder, '--push', house.server().origin], { ASSAY_TOKEN: key }),
    )
    expect(said).toContain('claims-assistant')
    await open(page, 'Discovery')
    await page.getByRole('link', { name: 'claims-assistant' }).click()
    await page
      .getByText(/src\/answer\.ts:\d+/)
      .first()
      .waitFor()
    await page.getByRole('button', { name: 'Register as an AI system' }).click()
    const dialog = page.getByRole('dialog', { name: /^Register an AI system/ })
    await dialog.getByLabel('Purpose').fill('Drafts answers to claims')
    await dialog.getByRole('button', { name: 'Register the system' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await open(page, 'AI systems')
    await page.getByRole('link', { name: 'claims-assistant' }).waitFor()
  })

  step('some clauses are answered in the interview, beside what the records prove', async () => {
    await open(page, 'Gap assessment')
    await page.getByRole('link', { name: 'Start gap assessment' }).first().click()
    await page.getByLabel('Name').fill('First look')
    await page.getByRole('button', { name: 'Start gap assessment' }).click()
    await page.getByRole('link', { name: 'Begin the interview' }).click()
    for (const note of ['Issues are listed once a year.', 'Customers and the supervisor are named.']) {
      await page.getByRole('radio').first().check()
      await page.getByLabel('Why').fill(note)
      await page.getByRole('heading', { name: 'What the records prove' }).waitFor()
      const title = await page.getByRole('heading', { level: 2 }).first().textContent()
      await page.getByRole('button', { name: 'Go on', exact: true }).click()
      await page.getByRole('heading', { level: 2, name: title ?? '', exact: true }).waitFor({ state: 'detached' })
    }
    await page.getByRole('link', { name: 'First look' }).click()
    await page.getByText('2 of 70').first().waitFor()
  })

  step('evidence is attached to a clause, and is seen there and on its own page', async () => {
    await open(page, 'Readiness')
    await page.getByRole('main').getByRole('link', { name: /5\.2/ }).first().click()
    await page.getByRole('link', { name: /^5\.2 in our words/ }).click()
    await page.getByRole('button', { name: 'Record evidence' }).click()
    const dialog = page.getByRole('dialog', { name: 'Record evidence' })
    await dialog.getByRole('button', { name: 'File' }).setInputFiles({
      name: 'policy.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('AI policy of Example Bank, signed on 3 March 2026.'),
    })
    await dialog.getByLabel('Title').fill('Signed AI policy')
    await dialog.getByRole('button', { name: 'Record evidence' }).click()
    await page.getByRole('link', { name: 'Signed AI policy' }).click()
    await page.getByRole('heading', { level: 1, name: 'Signed AI policy' }).waitFor()
    await page.getByRole('main').getByRole('link', { name: /5\.2/ }).waitFor()
  })

  step('a plan is calculated, kept and adopted, and its tasks wait for their owners', async () => {
    await open(page, 'Plans')
    await page.getByRole('link', { name: 'Plan the road' }).first().click()
    await page.getByLabel('People in the scope').fill('120')
    await page.getByRole('button', { name: 'Show the plan' }).click()
    await page.getByRole('heading', { name: 'The plan that follows' }).waitFor()
    await page.getByRole('button', { name: 'Keep as a draft' }).click()
    await page.getByRole('heading', { level: 1, name: 'Road to certification' }).waitFor()
    await page.getByRole('button', { name: 'Adopt plan' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Adopt plan' }).click()
    await page.getByText(/^Adopted: \d+ tasks to do$/).waitFor()
    await open(page, 'Tasks')
    await page.getByRole('table', { name: 'Tasks' }).getByRole('link').first().waitFor()
  })

  step('the gap report is made as a PDF that says what it was made from and promises no certificate', async () => {
    await open(page, 'Reports')
    await page.getByRole('button', { name: 'Make a gap report' }).first().click()
    await page.getByRole('dialog').getByRole('button', { name: 'Make report' }).click()
    const pdf = page.getByRole('link', { name: 'Download PDF' })
    await pdf.waitFor({ timeout: 120_000 })
    const [file] = await Promise.all([page.waitForEvent('download'), pdf.click()])
    const text = await pdfText(await file.path())
    expect(text).toContain('Example Bank')
    expect(text).toContain('Issues are listed once a year.')
    expect(text).toContain('Road to certification')
    expect(text).toMatch(/Records up to entry \d+/)
    expect(text).toMatch(/Checkpoint, root \S{44}/)
    expect(text).toContain('only an accredited certification body decides on certification')
  })

  step('the day before all this shows no systems, and nothing can be changed there', async () => {
    await page.goto('/ai-systems')
    await page.getByRole('button', { name: 'As of today' }).click()
    await page.getByLabel('Look at everything as it was at the end of').fill(daysAgo(2))
    await page.getByRole('button', { name: 'Show this day' }).click()
    await page.getByText(/As of .* read-only/).waitFor()
    await settled(page)
    expect(await page.getByRole('link', { name: 'Credit model' }).count()).toBe(0)
    await page.goto(`/ai-systems?asOf=${beforeImport}`)
    await settled(page)
    await expectReadOnly(page)
    expect(await page.getByRole('link', { name: 'Credit model' }).count()).toBe(0)
    await page.goto(`/screening?asOf=${beforeImport}`)
    await page.getByRole('heading', { name: 'What holds today' }).waitFor()
    await expectReadOnly(page)
  })
})

async function createKey(page: Page): Promise<string> {
  await open(page, 'People')
  await open(page, 'API keys')
  await page.getByRole('link', { name: 'Create an API key' }).first().click()
  await page.getByLabel('Name').fill('Nightly scan')
  await page.getByLabel('Ends on').fill(daysAgo(-30))
  await page.getByRole('group', { name: 'Discovery' }).getByRole('checkbox', { name: 'Send' }).check()
  await page.getByRole('button', { name: 'Create key' }).click()
  return await page.getByRole('textbox', { name: 'API key' }).inputValue()
}

/** Whatever would write says so and is disabled. */
async function expectReadOnly(page: Page): Promise<void> {
  await page.getByText(/As of .* read-only/).waitFor()
  const main = page.getByRole('main')
  const writing = main.getByRole('button', { name: /^(Register|Begin|Add|Screen|Record|Dismiss|Accept)/ })
  expect(await writing.count()).toBeGreaterThan(0)
  for (const button of await writing.all()) expect(await button.getAttribute('aria-disabled')).toBe('true')
}

function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)
}
