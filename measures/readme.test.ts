import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import * as measures from './index.ts'

const folder = new URL('./', import.meta.url)
const readme = readFileSync(new URL('README.md', folder), 'utf8')

it('has an example in the README that runs and prints what is said', () => {
  const [, code = ''] = /```ts\n([\s\S]*?)```/.exec(readme) ?? []
  const [, said = ''] = /```text\n([\s\S]*?)```/.exec(readme) ?? []
  const flags = ['--input-type=module-typescript', '--eval']
  const printed = execFileSync(process.execPath, [...flags, code], { cwd: folder, encoding: 'utf8' })
  expect(said).not.toBe('')
  expect(printed).toBe(said)
})

it('names in the README only what the package has', () => {
  const table = readme.slice(readme.indexOf('## What is here'), readme.indexOf('## Choices'))
  const named = [...table.matchAll(/`(\w+)`/g)].map(([, name]) => name ?? '')
  expect(named.length).toBeGreaterThan(30)
  expect(named.filter((name) => !(name in measures))).toEqual([])
})
