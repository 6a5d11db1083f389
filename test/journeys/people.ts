import type { Page } from 'playwright-core'

export const password = 'a long sentence for a journey'

export type Person = { name: string; email: string }

/** Sets a fresh server up through its link; the first person is signed in after that. */
export async function setUp(page: Page, link: string, organization: string, { name, email }: Person): Promise<void> {
  await page.goto(link)
  await page.getByLabel('Organisation').fill(organization)
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Set up' }).click()
  await page.getByRole('navigation', { name: 'Main' }).waitFor()
}

export async function signIn(page: Page, { email }: Pick<Person, 'email'>): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('navigation', { name: 'Main' }).waitFor()
}
