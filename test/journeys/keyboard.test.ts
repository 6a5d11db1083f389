import type { Locator, Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { openHouse, type Visitor } from './browser.ts'
import { journey } from './steps.ts'
import { settled } from './watch.ts'

const house = openHouse({ sample: true })

describe('with the keyboard alone', () => {
  const step = journey()
  let visitor: Visitor
  let page: Page

  step('a person signs in', async () => {
    visitor = await house.visitor()
    page = visitor.page
    const { sample } = house.server()
    if (!sample) throw new Error('the sample organization is not there')
    await page.goto('/sign-in')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await tabTo(page, page.getByLabel('E-mail'))
    await page.keyboard.type(sample.email)
    await tabTo(page, page.getByLabel('Password', { exact: true }))
    await page.keyboard.type(sample.password)
    await page.keyboard.press('Enter')
    await page.getByRole('navigation', { name: 'Main' }).waitFor()
  })

  step('the first Tab on a page offers to skip what is before the content', async () => {
    await page.reload()
    await settled(page)
    await page.keyboard.press('Tab')
    await expectFocus(page.getByRole('link', { name: 'Skip to content' }))
    await page.keyboard.press('Enter')
    await page.waitForURL(/#content$/)
  })

  step('the palette finds a page, and its rows are walked with j and k and opened with Enter', async () => {
    await goTo(page, 'AI systems')
    const table = page.getByRole('table', { name: 'AI systems' })
    await table.getByRole('link').first().waitFor()
    await tabTo(page, table.getByRole('button').first())
    const rows = table.locator('tbody').getByRole('row')
    await page.keyboard.press('j')
    await expectFocus(rows.nth(0))
    await page.keyboard.press('j')
    await expectFocus(rows.nth(1))
    await page.keyboard.press('k')
    await expectFocus(rows.nth(0))
    await page.keyboard.press('x')
    await expectChecked(rows.nth(0).getByRole('checkbox'))
    const name = await rows.nth(0).getByRole('link').textContent()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: name ?? '', exact: true }).waitFor()
    await expectFocus(page.getByRole('heading', { level: 1 }))
  })

  step('the palette finds a record by its name', async () => {
    const name = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
    await goTo(page, 'Imports')
    await openPalette(page)
    await page.keyboard.type(name)
    await page.getByRole('option', { name }).first().waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name }).waitFor()
  })

  step('a form is filled, refused beside its field, corrected and saved', async () => {
    await goTo(page, 'Record a context issue', 'Record an issue')
    const statement = page.getByRole('textbox', { name: 'Issue' })
    await tabTo(page, statement)
    await page.keyboard.type('Model prices change from month to month.')
    await tabTo(page, page.getByRole('radio', { name: /^External/ }), page.getByRole('radio', { name: /^Internal/ }))
    await page.keyboard.press('Space')
    await tabTo(page, page.getByRole('button', { name: 'Record issue' }))
    await page.keyboard.press('Enter')
    await page.getByRole('alert').getByText('Choose a topic.').waitFor()
    const topic = page.getByRole('combobox', { name: 'Topic' })
    await tabTo(page, topic)
    await page.keyboard.press('ArrowDown')
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => topic.getAttribute('aria-activedescendant'), { timeout: 30_000 }).toBeTruthy()
    await page.keyboard.press('Enter')
    await expect.poll(() => topic.inputValue(), { timeout: 30_000 }).not.toBe('')
    await tabTo(page, page.getByRole('button', { name: 'Record issue' }))
    await page.keyboard.press('Enter')
    await page.getByText('Issue saved').waitFor()
    await page.getByText('Model prices change from month to month.').first().waitFor()
  })
})

async function openPalette(page: Page): Promise<void> {
  // One that is just closing still has what was typed before.
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await page.keyboard.press('Control+k')
  await expectFocus(page.getByRole('combobox', { name: 'Search or go to' }))
}

async function goTo(page: Page, name: string, heading = name): Promise<void> {
  await openPalette(page)
  await page.keyboard.type(name)
  await page.getByRole('option', { name, selected: true }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: heading }).waitFor()
}

/** Presses Tab until one of these has the focus, as somebody does who cannot use a mouse. */
async function tabTo(page: Page, ...wanted: Locator[]): Promise<void> {
  for (const one of wanted) await one.first().waitFor()
  for (let pressed = 0; pressed < 80; pressed += 1) {
    for (const one of wanted) if (await hasFocus(one)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never comes to ${wanted.join(' or ')}`)
}

async function expectFocus(wanted: Locator): Promise<void> {
  await wanted.waitFor()
  await expect.poll(() => hasFocus(wanted), { timeout: 30_000 }).toBe(true)
}

async function expectChecked(box: Locator): Promise<void> {
  await expect.poll(() => box.isChecked(), { timeout: 30_000 }).toBe(true)
}

function hasFocus(wanted: Locator): Promise<boolean> {
  return wanted.first().evaluate((element) => element.matches(':focus'))
}
