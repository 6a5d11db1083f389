import { describe, expect, it } from 'vitest'
import { schemaValidity } from './schema-validity.ts'

const schema = { type: 'object', required: ['answer'], properties: { answer: { enum: ['yes', 'no'] } } }

describe('an output', () => {
  it.each([
    ['{"answer": "yes"}', true],
    ['{"answer": "perhaps"}', false],
    ['{"__proto__": {"answer": "yes"}}', false],
    ['Sure! {"answer": "yes"}', false],
    ['```json\n{"answer": "no"}\n```', false],
    ['', false],
    ['NaN', false],
  ])('%s fits the schema: %s', (output, fits) => {
    const validity = schemaValidity(schema)
    if (!validity.ok) throw new Error(validity.reason)
    expect(validity.fits(output)).toBe(fits)
  })

  it('may stand between fences where that is said', () => {
    const validity = schemaValidity(schema, { fenced: true })
    if (!validity.ok) throw new Error(validity.reason)
    expect(validity.fits('```json\n{"answer": "no"}\n```')).toBe(true)
    expect(validity.fits('```\nno\n```')).toBe(false)
  })

  it('is read by the rules of 2020-12 where the schema names them', () => {
    const tuple = {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      prefixItems: [{ type: 'string' }],
      items: false,
    }
    const validity = schemaValidity(tuple)
    if (!validity.ok) throw new Error(validity.reason)
    expect([validity.fits('["a"]'), validity.fits('["a", 1]')]).toEqual([true, false])
  })
})

describe('a schema', () => {
  it.each([['text'], [null], [[]], [{ type: 'nothing' }], [{ $ref: 'https://example.org/other.json' }]])(
    'that is none, or refers elsewhere, is refused: %j',
    (wrong) => {
      expect(schemaValidity(wrong)).toMatchObject({ ok: false })
    },
  )
})
