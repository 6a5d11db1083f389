import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { describeConfig } from './config.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const page = readFileSync(`${root}docs/for-operators/configuration.md`, 'utf8')

/** The rows of the table of settings: name to what its column "Default" says. */
const documented = new Map(
  [...page.matchAll(/^\| `([A-Z_]+)` \| (.+?) \| .+ \|$/gm)].map(([, name = '', said = '']) => [name, said]),
)
const settings = describeConfig({})

test('the page names every setting and no other', () => {
  expect([...documented.keys()].sort()).toEqual(settings.map(({ name }) => name).sort())
})

test.each(settings.filter(({ name }) => name !== 'ASSAY_DATA'))('the page says the default of $name', (setting) => {
  const said = documented.get(setting.name) ?? ''
  if (setting.value === 'not set') expect(said).toMatch(/^not set/)
  else expect(said).toBe(`\`${setting.value}\``)
})

test('the data folder is the one of the page, for root and for everybody else', () => {
  const said = documented.get('ASSAY_DATA') ?? ''
  const value = settings.find(({ name }) => name === 'ASSAY_DATA')?.value ?? ''
  const named = process.getuid?.() === 0 ? '/var/lib/assay' : value.replace(/^.*(?=\/\.local\/)/, '~')
  expect(said).toContain(named)
})

test('no document names a setting that does not exist', () => {
  const known = new Set([...settings.map(({ name }) => name), 'ASSAY_TOKEN'])
  const strangers = globSync('{*.md,{docs,server,cli,web,ledger,frameworks}/**/*.md}', { cwd: root })
    .filter((file) => !file.includes('node_modules'))
    .flatMap((file) =>
      [...readFileSync(root + file, 'utf8').matchAll(/\bASSAY_[A-Z_]*[A-Z]\b/g)]
        .filter(([name]) => !known.has(name))
        .map(([name]) => `${file}: ${name}`),
    )
  expect(strangers).toEqual([])
})
