import { join } from 'node:path'
import { keepCompiledCode } from '#kernel/compiled-code.ts'
import { usualDataFolder } from '#platform/data-folder.ts'

// The door of the house. What it opens is loaded only when its compiled code has a place to be kept at.
const asksForHelp = process.argv.some((it) => it === '--help' || it === '-h')
if (!asksForHelp) keepCompiledCode(join(process.env['ASSAY_DATA'] ?? usualDataFolder(), 'cache'))
await import('./house.ts')
