import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const folder = new URL('./', import.meta.url)
const source = (file: string) => readFileSync(new URL(file, folder), 'utf8')

it('has an example in the README that runs and prints what is said', () => {
  const [, code = ''] = /```ts\n([\s\S]*?)```/.exec(source('README.md')) ?? []
  const [, said = ''] = /It prints `(.*)`/.exec(source('README.md')) ?? []
  const flags = ['--input-type=module-typescript', '--eval']
  const printed = execFileSync(process.execPath, [...flags, code], { cwd: folder, encoding: 'utf8' })
  expect(printed).toBe(`${said}\n`)
})

it('needs Node in one file alone, so that a browser can run the rest', () => {
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  const bound = files.filter((file) => /from 'node:|\bBuffer\b|\bprocess\./.test(source(file)))
  expect(bound).toEqual(['crypto.ts'])
})
