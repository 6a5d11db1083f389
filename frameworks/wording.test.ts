import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

const folder = new URL('./data/', import.meta.url)
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'))

/** Titles of standards keep the spelling of their publisher; statements of NIST are carried as published. */
const foreignKeys: Record<string, readonly string[]> = {
  'nist-ai-rmf-1.0.yaml': ['title', 'text'],
  'nist-ai-600-1.yaml': ['title', 'name'],
  'crosswalk.yaml': [],
}
const catalogueKeys = ['title', 'heading', 'group']

function foreign(file: string): readonly string[] {
  return foreignKeys[file] ?? (/^(iso|eu)-/.test(file) ? catalogueKeys : [])
}

function ownTexts(value: unknown, skipped: readonly string[]): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => (skipped.includes(key) ? [] : ownTexts(inner, skipped)))
}

const american =
  /\b(?:(?:organi|recogni|categori|authori|prioriti|minimi|maximi|summari|standardi|harmoni|customi|utili|reali|emphasi|generali|speciali|anonymi)z\w*|analyz\w*|behavior\w*|colou?rize\w*|color\w*|favor\w*|labor|labeled|labeling|modeling|centers?|centered|program|programs|fulfill|fulfills|defense|license|licensed to|judgment|enroll|skillful|catalog)\b/i
const promises =
  /guaranteed|guarantees? (?:your |the |a )?certif|100 ?%|\bcertified by our\b|certification is (?:assured|certain|ensured)|ensures? (?:your )?certif|will (?:be|get|become) certified|makes? you (?:compliant|certified)|fully compliant|pass the audit/i

it.each([
  [
    'an American spelling',
    american,
    'The organization analyzes its behavior',
    'The organisation analyses its behaviour',
  ],
  ['a promise', promises, 'You will be certified, guaranteed', 'Only an accredited body certifies'],
])('a check of words finds %s and leaves the right words alone', (_what, pattern, wrong, right) => {
  expect(wrong).toMatch(pattern)
  expect(right).not.toMatch(pattern)
})

describe.each(files)('the words of %s', (file) => {
  const raw = readFileSync(new URL(file, folder), 'utf8')
  const own = ownTexts(parse(raw), foreign(file))

  it('are our own: the verb that standards command with does not occur', () => {
    expect(own.filter((text) => /\bshall\b/i.test(text))).toEqual([])
  })

  it('are spelled the British way', () => {
    expect(own.filter((text) => american.test(text))).toEqual([])
  })

  it('promise nobody a certificate', () => {
    expect(own.filter((text) => promises.test(text))).toEqual([])
  })

  it('say in a comment where they come from', () => {
    expect(raw).toMatch(/^# /)
    expect(raw.slice(0, 1500)).toMatch(/SOURCES|OUR|our own/)
  })
})
