import { describe, expect, test } from 'vitest'
import { cut, evidenceAt } from './evidence.ts'
import { maskSecrets } from './mask-secrets.ts'

// Put together here, so that no scanner of secrets takes this file for a leak.
const key = ['sk', 'proj', 'A1b2C3d4E5f6G7h8'].join('-')

describe('a secret is masked wherever it stands', () => {
  test.each([
    ['config', `OPENAI_API_KEY=${key}`, 'OPENAI_API_KEY=***'],
    ['config', 'DB_PASSWORD=correct.horse(battery', 'DB_PASSWORD=***'],
    ['config', 'api_key: "abcdef123456"', 'api_key: "***"'],
    ['config', 'url=https://me:hunter2secret@api.groq.com/v1', 'url=https://me:***@api.groq.com/v1'],
    ['code', `const client = new OpenAI({ apiKey: '${key}' })`, "const client = new OpenAI({ apiKey: '***' })"],
    ['code', "headers: { Authorization: 'Bearer abc.def.ghi-jkl' }", "headers: { Authorization: 'Bearer ***' }"],
    ['code', 'token = "d41d8cd98f00b204e9800998ecf8427e12"', 'token = "***"'],
    ['code', 'fetch(`https://x.example/?k=Zm9vYmFyYmF6cXV4MTIzNDU2Nzg5MGFi`)', 'fetch(`https://x.example/?k=***`)'],
  ] as const)('%s: %s', (style, text, masked) => {
    expect(maskSecrets(text, style)).toBe(masked)
  })
})

describe('a name that stands for a secret stays, it is the evidence', () => {
  test.each([
    ['code', 'new OpenAI({ apiKey: process.env.OPENAI_API_KEY })'],
    ['code', 'OpenAI(api_key=os.environ["OPENAI_API_KEY"])'],
    ['code', 'constructor(private apiKey: string) {}'],
    ['config', 'OPENAI_API_KEY=${SECRET_FROM_VAULT}'],
    ['config', 'token: {{ vault_token }}'],
    ['code', "import { pipeline } from '@huggingface/transformers/dist/transformers.node.mjs'"],
  ] as const)('%s: %s', (style, text) => {
    expect(maskSecrets(text, style)).toBe(text)
  })
})

test('half a key at the edge of a cut line is masked too', () => {
  const line = `const x = '${'a '.repeat(70)}', apiKey = '${key}'`
  expect(evidenceAt(line, line.indexOf('apiKey'), 'code')).not.toContain(key.slice(0, 8))
})

test('evidence is one line of at most 160 characters with the match in sight', () => {
  const source = `first\n${'x'.repeat(5_000)} api.openai.com ${'y'.repeat(5_000)}\nlast`
  const evidence = evidenceAt(source, source.indexOf('api.openai.com'), 'code')
  expect(evidence.length).toBeLessThanOrEqual(160)
  expect(evidence).toContain('api.openai.com')
  expect(evidence.startsWith('…') && evidence.endsWith('…')).toBe(true)
})

test('a control character in the text does not reach the terminal', () => {
  expect(cut('a\u001b[31mred\u0007')).toBe('a [31mred ')
})
