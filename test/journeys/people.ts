import type { Page } from 'playwright-core'

export const password = 'a long sentence for a journey'

type SigningIn = { email: string; password?: string }
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

export async function signIn(page: Page, { email, password: own }: SigningIn): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(own ?? password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('navigation', { name: 'Main' }).waitFor()
}

export async function signOut(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `You: ${name}` }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.getByRole('button', { name: 'Sign in' }).waitFor()
}

/** Opens a page by its name in the navigation, whatever waits there. */
export async function open(page: Page, name: string): Promise<void> {
  const link = page.getByRole('navigation', { name: 'Main' }).getByRole('link', {
    name: new RegExp(`^${name}( \\d+ waiting)?$`),
  })
  await link.click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
}

/** Invites somebody on the page and gives back the link that is shown once. */
export async function invite(page: Page, email: string, role: string, endsOn = ''): Promise<string> {
  await page.goto('/settings/people?tab=invitations')
  await page.getByRole('button', { name: 'Invite a person' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Invite a person' })
  await dialog.getByLabel('E-mail').fill(email)
  await dialog.getByRole('checkbox', { name: role }).check()
  await dialog.getByLabel('Roles end on').fill(endsOn)
  await dialog.getByRole('button', { name: 'Make the invitation' }).click()
  return await dialog.getByRole('textbox', { name: 'Invitation link' }).inputValue()
}

/** Joins through an invitation; somebody who has an account gives its password. */
export async function join(page: Page, link: string, name: string): Promise<void> {
  await page.goto(link)
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Join' }).click()
  await page.getByRole('navigation', { name: 'Main' }).waitFor()
}
