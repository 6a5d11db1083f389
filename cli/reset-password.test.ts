import { mkdtempSync, rmSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'

const entry = fileURLToPath(new URL('assay.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'assay-reset-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function resetPassword(...args: string[]) {
  const environment = { ...process.env, ASSAY_DATA: folder }
  return spawnSync(process.execPath, [entry, 'reset-password', ...args], { env: environment, encoding: 'utf8' })
}

test.each([[[]], [['a@example.org', 'b@example.org']], [['a@example.org', '--remove-it']]])(
  'refuses %j with the usage',
  (args) => {
    const { status, stdout, stderr } = resetPassword(...args)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain('assay reset-password EMAIL [--remove-second-factor]')
  },
)

test('says where no house is', () => {
  const { status, stdout, stderr } = resetPassword('a@example.org')
  expect([status, stdout]).toEqual([2, ''])
  expect(stderr).toContain('There is no database in')
})
