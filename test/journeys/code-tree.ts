import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/**
 * A tree of code as a company has one: two real packages of npm as they are installed here, and beside them a service that asks a
 * model. Calls `work` with its folder and removes it after.
 */
export async function withCodeTree<Value>(work: (folder: string) => Promise<Value>): Promise<Value> {
  const folder = mkdtempSync(join(tmpdir(), 'assay-code-'))
  try {
    for (const name of ['better-auth', 'pg-boss']) {
      const from = dirname(createRequire(import.meta.url).resolve(name)).replace(/(.*node_modules[\\/][^\\/]+).*/, '$1')
      cpSync(from, join(folder, 'libraries', name), { recursive: true, dereference: true })
    }
    const service = join(folder, 'services/claims-assistant')
    mkdirSync(join(service, 'src'), { recursive: true })
    writeFileSync(join(service, 'package.json'), JSON.stringify(manifest, null, 2))
    writeFileSync(join(service, 'src/answer.ts'), source)
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const manifest = { name: 'claims-assistant', version: '1.0.0', dependencies: { openai: '^6.0.0' } }

const source = `import OpenAI from 'openai'

const client = new OpenAI()

export async function answer(question: string): Promise<string> {
  const { choices } = await client.chat.completions.create({
    model: 'gpt-4o',
    messages: [{ role: 'user', content: question }],
  })
  return choices[0]?.message.content ?? ''
}
`
