import { expect, test } from 'vitest'
import { openTestHouse, password } from '../../test/house.ts'
import { wordsOfRefusal } from './refusal-words.ts'
import { printResetLink } from './reset-password.ts'

const house = await openTestHouse({ ASSAY_URL: 'https://assay.example.org' })
const owner = await house.organization()
const database = {
  connection: () => house.connection('app'),
  stop: () => Promise.resolve(),
}
const print = (email: string) => printResetLink(house.config, database, { email, removesSecondFactor: false })

test('the operator is printed a link of the house’s own address, which sets the password', async () => {
  const { link } = await print(owner.email.toUpperCase())
  const [address, token] = link.split('#token=')
  expect(address).toBe('https://assay.example.org/reset-password')
  const chosen = 'a new sentence to remember'
  const used = await house.http.inject({
    method: 'POST',
    url: '/api/v1/password-resets/use',
    payload: { token, password: chosen },
  })
  expect(used.statusCode).toBe(204)
  expect(await house.accounts.check({ email: owner.email, password })).toBeNull()
  expect(await house.accounts.check({ email: owner.email, password: chosen })).toBe(owner.person)
})

test('an address that nobody has is refused in words', async () => {
  const refused: unknown = await print('nobody@example.org').catch((cause: unknown) => cause)
  expect(wordsOfRefusal(refused)).toContain('Nobody has an account with the address nobody@example.org')
})
