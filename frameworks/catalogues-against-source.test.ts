import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

const source = new URL('../../shared/catalog/', import.meta.url)
const present = existsSync(source)
if (!present) process.stderr.write('Skipped: the shared catalogues are not beside the repository.\n')

const read = (folder: URL, file: string): unknown => parse(readFileSync(new URL(file, folder), 'utf8'))
const data = new URL('./data/', import.meta.url)

/** Every `id` with its title or statement, wherever it stands, except the heads that we wrote anew. */
function titled(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const { id, title, name, text, own_words, intent } = value as Record<string, unknown>
  const self = typeof id === 'string' ? [[id, title ?? name ?? text, own_words ?? intent].join(' | ')] : []
  const inner = Object.entries(value).flatMap(([key, one]) =>
    ['catalog', 'chapters'].includes(key) ? [] : titled(one),
  )
  return [...self, ...inner]
}

/** The hyphens that we put back are the one place where we left the source. */
const healed = (line: string) => line.replace(/context(specific|relevant)/, 'context-$1')

describe.skipIf(!present)('taking over the shared catalogues', () => {
  it.each([
    ['iso-42001-2023.yaml', ['iso-42001-2023.yaml']],
    ['nist-ai-rmf-1.0.yaml', ['nist-ai-rmf-1.0.yaml', 'nist-ai-600-1.yaml']],
    ['eu-ai-act.yaml', ['eu-ai-act.yaml']],
    ['iso-27001-2022.yaml', ['iso-27001-2022.yaml']],
    ['iso-27701.yaml', ['iso-27701-2025.yaml', 'iso-27701-2019.yaml']],
    ['iso-9001-2015.yaml', ['iso-9001-2015.yaml']],
    ['iso-23894-2023.yaml', ['iso-23894-2023.yaml']],
    ['iso-31000-2018.yaml', ['iso-31000-2018.yaml']],
    ['iso-22301-2019.yaml', ['iso-22301-2019.yaml']],
    ['certification-process.yaml', ['certification-process.yaml']],
  ])('loses and changes no row of %s', (from, to) => {
    const ours = to.flatMap((file) => titled(read(data, file))).toSorted()
    const theirs = titled(read(source, from)).map(healed).toSorted()
    expect(theirs.filter((line) => !ours.includes(line) && !line.startsWith('NIST-AI-600-1'))).toEqual([])
  })

  it('keeps every pair of the crosswalk', () => {
    const pairs = (folder: URL) =>
      JSON.stringify(read(folder, 'crosswalk.yaml'))
        .match(/"source":.*?"target_ref":"[^"]*"/g)
        ?.toSorted()
    expect(pairs(data)).toEqual(pairs(source))
    expect(pairs(data)).toHaveLength(654)
  })
})
