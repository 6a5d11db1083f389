import { describe, expect } from 'vitest'
import { openHouse, type Visitor } from './browser.ts'
import { invite, join, open, setUp, signIn } from './people.ts'
import { journey } from './steps.ts'
import { settled } from './watch.ts'

const house = openHouse({ sample: true })
const consultant = { name: 'Carla Consultant', email: 'carla@consulting.example' }
const auditor = { name: 'Egon Auditor', email: 'egon@audit.example' }
const inTheFuture = '2099-12-31'

describe('two people', () => {
  const step = journey()
  let carla: Visitor
  let egon: Visitor

  step('a consultant is invited by two organisations and joins both with one account', async () => {
    const { setUpLink, sample } = house.server()
    if (!sample) throw new Error('the sample organization is not there')
    const { page: olive } = await house.visitor()
    await setUp(olive, setUpLink, 'Example Bank', { name: 'Olive Owner', email: 'olive@example.org' })
    const first = await invite(olive, consultant.email, 'AIMS manager')
    const { page: olivia } = await house.visitor()
    await signIn(olivia, sample)
    const second = await invite(olivia, consultant.email, 'AIMS manager')
    const auditing = await invite(olivia, auditor.email, 'External auditor', inTheFuture)
    carla = await house.visitor()
    await join(carla.page, first, consultant.name)
    await carla.page.getByText('Example Bank').first().waitFor()
    await join(carla.page, second, consultant.name)
    egon = await house.visitor()
    await join(egon.page, auditing, auditor.name)
  })

  step('she switches between them, and nothing of the one is on the pages of the other', async () => {
    const { page } = carla
    await changeTo('Example Bank')
    await open(page, 'AI systems')
    await settled(page)
    expect(await page.getByRole('table', { name: 'AI systems' }).count()).toBe(0)
    await changeTo('Nordhafen Credit')
    await open(page, 'AI systems')
    await page.getByRole('table', { name: 'AI systems' }).getByRole('link').first().waitFor()
    await page.getByText('Sample data').waitFor()
  })

  async function changeTo(name: string): Promise<void> {
    const { page } = carla
    const menu = page.getByRole('button', { name: /^(Example Bank|Nordhafen Credit)/ })
    await menu.click()
    await page.getByRole('menuitem', { name }).click()
    await page.getByRole('button', { name }).waitFor()
    await settled(page)
  }

  step('an external auditor sees the systems and can change none: each button says why', async () => {
    const { page } = egon
    await open(page, 'AI systems')
    await page.getByRole('table', { name: 'AI systems' }).getByRole('link').first().click()
    await page.getByText('AI system', { exact: true }).first().waitFor()
    await settled(page)
    const closed = page.getByRole('main').locator('button[aria-disabled="true"]')
    expect(await closed.count()).toBeGreaterThan(0)
    for (const button of await closed.all()) {
      const why = await page.locator(`[id="${await button.getAttribute('aria-describedby')}"]`).textContent()
      expect(why).toMatch(/\w+ \w+/)
    }
    await closed.first().click({ force: true })
    expect(await page.getByRole('dialog').count()).toBe(0)
    await page.goto('/ai-systems/new')
    await settled(page)
    const register = page.getByRole('main').getByRole('button', { name: /^Register/ })
    expect(await register.getAttribute('aria-disabled')).toBe('true')
  })

  step('what the page keeps from the auditor the server refuses too', async () => {
    const refused = await egon.page.request.post('/api/v1/ai-systems', {
      data: { name: 'Mine now' },
      headers: { 'Idempotency-Key': 'a-change-that-is-refused' },
    })
    expect(refused.status()).toBe(403)
  })
})
