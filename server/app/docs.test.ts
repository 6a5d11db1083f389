import { existsSync, globSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { rolesTable, tableOnPage } from '../../scripts/roles-table.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const documents = globSync('{*.md,{docs,server,cli,web,sdk,ledger,frameworks}/**/*.md}', { cwd: root }).filter(
  (file) => !file.includes('node_modules') && !file.includes('fixtures/'),
)
/** Documents without their blocks of code. */
const proseOf = (file: string) => read(file).replace(/^\s*```[\s\S]*?^\s*```/gm, '')
const codeSpans = (text: string) => [...text.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code)

describe('every document', () => {
  test('is found', () => expect(documents.length).toBeGreaterThan(40))

  test.each(documents)('%s leads only to what is there', (file) => {
    const links = [...proseOf(file).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target)
    expect(links.filter((target) => !leadsSomewhere(file, target))).toEqual([])
  })

  test.each(documents)('%s names only files that exist', (file) => {
    const paths = codeSpans(proseOf(file)).filter(isPath)
    expect(paths.filter((path) => !existsIn(file, path))).toEqual([])
  })

  test.each(documents)('%s gives only commands that exist', (file) => {
    const refused = commandsIn(read(file)).flatMap((line) => whyNot(line) ?? [])
    expect(refused).toEqual([])
  })

  test.each(documents)('%s names only operations that the API has', (file) => {
    const named = [...read(file).matchAll(/`(GET|POST|PATCH|DELETE) (\/api\/v1\/[\w/-]+)`/g)]
    const missing = named.filter(([, method = '', path = '']) => !operations[path]?.[method.toLowerCase()])
    expect(missing.map(([operation]) => operation)).toEqual([])
  })

  test.each(documents)('%s names no place of somebody’s machine', (file) => {
    expect(read(file)).not.toMatch(/\/work\/|\/home\/\w|\/Users\/|\/root\//)
  })
})

function leadsSomewhere(file: string, target: string): boolean {
  if (/^(https?:|mailto:)/.test(target)) return true
  const [path = '', anchor] = target.split('#')
  const place = join(root, dirname(file), path)
  if (!existsSync(place)) return false
  if (!anchor || statSync(place).isDirectory()) return true
  const headings = [...readFileSync(place, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, text = '']) => text)
  const slugs = headings.map((text) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  )
  return slugs.includes(anchor)
}

const tops = readdirSync(root).filter((name) => !name.startsWith('.'))

/** A path of this repository: it begins with one of its folders, or is a script's or document's file name with a folder. */
function isPath(code: string): boolean {
  if (!/^[\w.@/-]+$/.test(code) || /NNNN|NAME/.test(code)) return false
  const [first = ''] = code.split('/')
  if (code.includes('/') && tops.includes(first)) return true
  return /^[a-z][\w-]*\/[\w/-]+\.(ts|tsx|md|sql|yaml|json)$/.test(code)
}

/** From the root, or beside the document; packages are written as they are imported. */
function existsIn(file: string, path: string): boolean {
  const known = [join(root, path), join(root, dirname(file), path)].some(existsSync)
  // made by a build, and not kept
  return known || path.startsWith('web/dist')
}

/** Lines that somebody is told to type, from blocks and spans of code. */
function commandsIn(text: string): string[] {
  const fences = [...text.matchAll(/^\s*```(\w*)\n([\s\S]*?)^\s*```/gm)]
  const blocks = fences.flatMap(([, language = '', block = '']) =>
    /^(sh|bash)?$/.test(language) ? block.split('\n') : [],
  )
  const lines = [...blocks, ...codeSpans(text)].flatMap((line) => line.split('&&'))
  return lines.map((line) => line.replace(/\s#\s.*$/, '').trim()).filter((line) => /\b(npm|npx|node|assay) /.test(line))
}

const operations: Record<string, Record<string, unknown>> = JSON.parse(read('sdk/openapi.generated.json')).paths
const scripts: Record<string, string> = JSON.parse(read('package.json')).scripts

function whyNot(line: string): string | null {
  const script = /\bnpm run (?:--silent )?([\w:-]+)/.exec(line)?.[1] ?? /\bnpm (start|test)\b/.exec(line)?.[1]
  if (script && !scripts[script]) return `${line}: no such script`
  const program = /\bnode ((?:scripts|test|bench)\/\S+)/.exec(line)?.[1]
  if (program && !existsSync(join(root, program))) return `${line}: no such file`
  const [, command, rest = ''] = /(?:^|npx )assay ([a-z]+(?:-[a-z]+)*)\b(.*)$/.exec(line) ?? []
  if (!command) return null
  const file = `cli/commands/${command}.ts`
  if (!existsSync(join(root, file))) return `${line}: no such command`
  const unknown = [...rest.matchAll(/ (--[a-z-]+)/g)]
    .map(([, option = '']) => option)
    .find((option) => !read(file).includes(option))
  return unknown && unknown !== '--help' ? `${line}: ${command} has no ${unknown}` : null
}

describe('every room', () => {
  const rooms = readdirSync(join(root, 'server/rooms'))

  test.each(rooms)('%s has a page that names its states as the code does', (room) => {
    const folder = join('server/rooms', room)
    expect(existsSync(join(root, folder, 'README.md'))).toBe(true)
    const sources = globSync('**/*.ts', { cwd: join(root, folder) }).map((file) => read(join(folder, file)))
    const code = sources.join('\n')
    const paragraphs = read(join(folder, 'README.md'))
      .replace(/^## States\n\n/m, 'States ')
      .split(/\n\s*\n/)
    const states = paragraphs
      .filter(
        (text) =>
          text.startsWith('States') || /` →|→ `/.test(text) || codeSpans(text).some((span) => span.includes('→')),
      )
      .flatMap(codeSpans)
    const words = states.flatMap((span) => span.split(/\s*[→⇄]\s*/)).filter((word) => /^[a-z]+(-[a-z]+)*$/.test(word))
    expect(words.filter((word) => !code.includes(`'${word}'`) && !code.includes(`${word}: `))).toEqual([])
  })

  test('is on the map of rooms, and every room of the map is there', () => {
    const map: Record<string, string[]> = JSON.parse(read('rooms.json'))
    expect(Object.keys(map).sort()).toEqual(rooms.toSorted())
  })

  test('is named in the table of the architecture', () => {
    const table = read('docs/architecture.md')
    expect(rooms.filter((room) => !table.includes(`\`${room}\``))).toEqual([])
  })
})

test('the table of roles is what the rooms declare: node scripts/roles-table.ts', () => {
  expect(tableOnPage()).toBe(rolesTable())
})

test('the first quarter of an hour names pages and buttons as the page does', () => {
  const web = globSync('web/{app,rooms,ui}/**/*.{ts,tsx}', { cwd: root }).map(read).join('\n')
  const told = proseOf('docs/for-users/first-quarter-of-an-hour.md').replace(/\s+/g, ' ')
  const pages = [...told.matchAll(/\*\*([A-Z][^*.]+)\*\*/g)].map(([, name = '']) => name)
  const buttons = [...told.matchAll(/(?<!\*)\*([A-Z][^*:]+)\*(?!\*)/g)].map(([, name = '']) => name)
  expect(pages.length + buttons.length).toBeGreaterThan(15)
  expect([...pages, ...buttons].filter((name) => !web.includes(`t('${name}')`))).toEqual([])
})

test('the words of the glossary are words of the code', () => {
  const files = globSync('{server,ledger,frameworks}/**/*.{ts,sql}', { cwd: root }).filter(
    (file) => !file.includes('node_modules') && file !== relative(root, fileURLToPath(import.meta.url)),
  )
  const code = files
    .map((file) => `${file}\n${read(file)}`)
    .join('\n')
    .toLowerCase()
  const cells = [...read('docs/glossary.md').matchAll(/^\|.*\|.*\| (.*) \|$/gm)].map(([, cell = '']) => cell)
  const words = cells.flatMap(codeSpans)
  expect(words.length).toBeGreaterThan(30)
  expect(words.filter((word) => !code.includes(word.toLowerCase()))).toEqual([])
})

describe('every decision', () => {
  const pages = readdirSync(join(root, 'docs/decisions')).filter((name) => /^\d{4}-/.test(name))

  test.each(pages)('%s has context, options, choice and cost, and stands in the list', (name) => {
    const headings = [...read(`docs/decisions/${name}`).matchAll(/^## (.+)$/gm)].map(([, text]) => text)
    expect(headings).toEqual(['Context', 'Options', 'Choice', 'What it costs'])
    expect(read('docs/decisions/README.md')).toContain(`(${name})`)
  })
})
