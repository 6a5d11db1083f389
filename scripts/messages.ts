import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { collectTexts } from '../web/messages/collect.ts'

/** Prints every text of the page that has no German entry yet, with the file that says it; exits 1 when there is one. */
const web = join(import.meta.dirname, '../web')
const german = new Set<string>()
for (const file of globSync('messages/de/*.ts', { cwd: web })) {
  const entries: { default: Record<string, string> } = await import(pathToFileURL(join(web, file)).href)
  for (const english of Object.keys(entries.default)) german.add(english)
}

let missing = 0
for (const file of globSync('{app,rooms,ui}/**/*.{ts,tsx}', { cwd: web }).sort()) {
  if (file.startsWith('app/gallery/') || file.includes('.test.')) continue
  for (const text of new Set(collectTexts(readFileSync(join(web, file), 'utf8')))) {
    if (german.has(text)) continue
    missing += 1
    console.log(`${file}: ${text}`)
  }
}
console.log(missing === 0 ? 'Every text has a German entry.' : `${missing} texts have no German entry.`)
process.exitCode = missing === 0 ? 0 : 1
