import { describe } from 'vitest'
import { openHouse, type Visitor } from './browser.ts'
import { invite, join, setUp, signIn, signOut } from './people.ts'
import { journey } from './steps.ts'

const house = openHouse()
const colleague = { name: 'Nina Novak', email: 'nina@example.org' }

describe('a forgotten password', () => {
  const step = journey()
  let olive: Visitor
  let nina: Visitor
  let link: string

  step('whoever forgot theirs is told whom to ask, where no mail is sent', async () => {
    olive = await house.visitor()
    await setUp(olive.page, house.server().setUpLink, 'Example Bank', {
      name: 'Olive Owner',
      email: 'olive@example.org',
    })
    nina = await house.visitor({ theme: 'dark' })
    await join(nina.page, await invite(olive.page, colleague.email, 'Contributor'), colleague.name)
    const { page } = await house.visitor()
    await page.goto('/sign-in')
    await page.getByRole('link', { name: 'Forgot your password?' }).click()
    await page.getByText('Ask an owner or the AIMS manager').waitFor()
    await page.getByText('assay reset-password').waitFor()
  })

  step('an owner issues a link on the page of the person, and the activity there says so', async () => {
    const { page } = olive
    await page.goto('/settings/people')
    await page.getByRole('link', { name: colleague.name }).first().click()
    await page.getByRole('button', { name: 'Issue a link to a new password' }).click()
    await page.getByRole('button', { name: 'Issue the link' }).click()
    link = await page.getByRole('textbox', { name: 'Link to a new password' }).inputValue()
    await page.getByRole('button', { name: 'Done' }).click()
    await page.getByText('received a link to a new password of the person').waitFor()
  })

  step('the person chooses a new password with it and signs in', async () => {
    const { page } = nina
    await page.goto(link)
    await page.getByLabel('Password', { exact: true }).fill('another sentence for a journey')
    await page.getByRole('button', { name: 'Set the new password' }).click()
    await page.getByRole('heading', { name: 'The new password is set' }).waitFor()
    await signIn(page, { email: colleague.email, password: 'another sentence for a journey' })
    await page.goto('/settings/security')
    await page.getByText('Ends unused').waitFor()
  })

  step('the owner sees on the same page that it was used', async () => {
    const { page } = olive
    await page.reload()
    await page.getByText('replaced the password through a link that works once').waitFor()
    await signOut(page, 'Olive Owner')
  })
})
