import { IntlMessageFormat } from 'intl-messageformat'
import { factSentences, sayColumn, sayFact } from '@assay/server/rooms/audit-trail/model.ts'
import { describe, expect, test } from 'vitest'
import { collectNextSteps, collectTexts } from './collect.ts'
import { german } from './de.ts'

const sources = import.meta.glob<string>(['../{app,rooms,ui}/**/*.{ts,tsx}', '!../**/*.test.*', '!../app/gallery/**'], {
  query: '?raw',
  import: 'default',
  eager: true,
})
const [tables = ''] = Object.values(
  import.meta.glob<string>('../../server/platform/database/tables.generated.ts', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
)
const migrations = import.meta.glob<string>('../../server/migrations/*.sql', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const rules = import.meta.glob<string>(['../../server/rooms/readiness/rules/*.ts', '!../../**/*.test.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
})
const [steps] = Object.values(
  import.meta.glob<string>('../../server/rooms/readiness/next-steps.ts', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
)
const [requirements] = Object.values(
  import.meta.glob<string>('../../frameworks/data/readiness-42001.yaml', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
)
/** The parser's kind of plain text between the arguments. */
const literal = 0

const texts = [...new Set(Object.values(sources).flatMap(collectTexts))]

const server = import.meta.glob<string>(['../../server/{app,platform,rooms}/**/*.ts', '!../../**/*.test.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
})

describe('texts of the page', () => {
  test('are found in the sources', () => {
    expect(texts.length).toBeGreaterThan(50)
  })

  test('are valid ICU messages, in English and in German', () => {
    const broken = [...texts, ...Object.values(german)].filter((text) => !parses(text))
    expect(broken).toEqual([])
  })

  test('each have a German entry', () => {
    expect(texts.filter((text) => german[text] === undefined)).toEqual([])
  })

  test('are said in German in one way, wherever an English text stands', () => {
    const files = import.meta.glob<Record<string, string>>('./de/*.ts', { import: 'default', eager: true })
    const said = Map.groupBy(
      Object.values(files).flatMap((file) => Object.entries(file)),
      ([english]) => english,
    )
    const clashing = [...said].filter(([, ways]) => new Set(ways.map(([, way]) => way)).size > 1)
    expect(clashing.map(([english]) => english)).toEqual([])
  })

  test('say in German why the server refuses something', () => {
    const refusals = new Set(Object.values(server).flatMap(refusalsIn))
    expect(refusals.size).toBeGreaterThan(250)
    expect([...refusals].filter((text) => german[text] === undefined)).toEqual([])
  })

  test('say every known fact of the audit trail in German', () => {
    const components = ['model', 'dataset', 'prompt', 'agent'].flatMap((kind) =>
      ['registered', 'edited', 'retired', 'reinstated', 'reviewed'].map((verb) => sayFact(`${kind}.${verb}`)),
    )
    const sentences = [...Object.values(factSentences), ...components]
    expect(sentences.length).toBeGreaterThan(100)
    expect(sentences.filter((text) => german[text] === undefined)).toEqual([])
  })

  test('say everything that there is to do next in German', () => {
    const ofRequirements = [...(requirements ?? '').matchAll(/ next: "([^"]+)"/g)].map(([, text = '']) => text)
    const ofRecords = Object.values(rules).flatMap(collectNextSteps)
    const ofPeople = [...(steps ?? '').matchAll(/^ {2}'[a-z-]+': '([^']+)',$/gm)].map(([, verb]) => `${verb} “{name}”`)
    expect([ofRequirements.length > 200, ofRecords.length > 80, ofPeople.length > 8]).toEqual([true, true, true])
    const all = [...ofRequirements, ...ofRecords, ...ofPeople, 'Decide on “{name}”']
    expect(all.filter((text) => german[text] === undefined)).toEqual([])
  })

  test('say every field of a record in German', () => {
    const fields = fieldsOfRecords()
    expect(fields.length).toBeGreaterThan(300)
    expect(fields.filter((field) => german[field] === undefined)).toEqual([])
  })

  test('name the same values in German as in English', () => {
    const different = texts.filter((text) => german[text] !== undefined && names(text) !== names(german[text]))
    expect(different).toEqual([])
  })
})

test.each([
  ["t('Name')", ['Name']],
  ["t( 'It\\'s here', { a })", ["It's here"]],
  ['t("{n} rows", { n })', ['{n} rows']],
  ["tIn('button', 'Done') + t('Done')", ['Done', 'Done [button]']],
  ['t(`A`) + t(variable) + start(1)', ['A']],
])('%s is collected as %o', (source, expected) => {
  expect(collectTexts(source)).toEqual(expected)
})

/** The words of the refusal tables, `[409, 'This is so. Do that.']`, and sentences said with their values apart. */
function refusalsIn(source: string): string[] {
  const tables = [...source.matchAll(/\[\s*4\d\d,\s*'([A-Z](?:[^'\\\n]|\\.)*)',?\s*\]/g)]
  const said = [...source.matchAll(/\bsaid\(\s*'((?:[^'\\\n]|\\.)*\{(?:[^'\\\n]|\\.)*)'/g)]
  return [...tables, ...said].map(([, text = '']) => text.replaceAll("\\'", "'"))
}

test.each([
  ["{ next: 'Do it.' }", ['Do it.']],
  ["next: is ? 'Do this.' : 'Do that.',", ['Do this.', 'Do that.']],
  ["export const registerThem = 'Register them.'", ['Register them.']],
  ["check(true, { proves: 'Done.', lacks: 'Not done.', next: asked })", []],
])('%s asks for %o', (source, expected) => {
  expect(collectNextSteps(source)).toEqual(expected)
})

/** What the audit trail calls the columns of every table whose history it tells. */
function fieldsOfRecords(): string[] {
  const records = new Set(
    Object.values(migrations).flatMap((sql) =>
      [...sql.matchAll(/comment on table (\w+) is '(?:record|append-only):/g)].map(([, table]) => table),
    ),
  )
  const tableOf = new Map([...tables.matchAll(/^ {2}(\w+): (\w+);$/gm)].map(([, table, type]) => [type, table]))
  const columns = [...tables.matchAll(/^export interface (\w+) \{\n([^}]*)\n\}/gm)]
    .filter(([, type]) => records.has(tableOf.get(type)))
    .flatMap(([, , body = '']) => [...body.matchAll(/^ {2}(\w+):/gm)].map(([, column = '']) => column))
    .filter((column) => !['org_id', 'id', 'version', 'created_at', 'changed_at'].includes(column))
  return [...new Set(columns.map(sayColumn))]
}

function parses(text: string): boolean {
  try {
    return Boolean(new IntlMessageFormat(text, 'en'))
  } catch {
    return false
  }
}

function names(text: string | undefined): string {
  return text === undefined ? '' : [...new Set(argumentsOf(new IntlMessageFormat(text, 'en').getAst()))].sort().join()
}

type Element = ReturnType<IntlMessageFormat['getAst']>[number]

/** The values that a message asks for: everything with a name, through the arms of each plural and select. */
function argumentsOf(elements: Element[]): string[] {
  return elements.flatMap((element) => {
    const own = 'value' in element && element.type !== literal ? [element.value] : []
    const arms = 'options' in element ? Object.values(element.options).flatMap((arm) => argumentsOf(arm.value)) : []
    return [...own, ...arms]
  })
}
