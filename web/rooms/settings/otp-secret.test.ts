import { expect, test } from 'vitest'
import { secretOf } from './otp-secret.ts'

test.each([
  ['otpauth://totp/Assay:ada%40example.org?secret=ABCDEFGHIJ&issuer=Assay', ['ABCD', 'EFGH', 'IJ']],
  ['otpauth://totp/Assay?issuer=Assay', []],
])('the secret of %s is shown as %j', (uri, groups) => {
  expect(secretOf(uri)).toEqual(groups)
})
