// The arrows of the house, read from rooms.json so that the map and the rule are one file.
import { readFileSync } from 'node:fs'

const rooms = Object.entries(JSON.parse(readFileSync(new URL('./rooms.json', import.meta.url), 'utf8')))
for (const [index, [room, uses]] of rooms.entries()) {
  const above = rooms.slice(0, index).map(([name]) => name)
  for (const used of uses) {
    if (!above.includes(used)) throw new Error(`rooms.json: ${room} uses ${used}, which is not listed above it`)
  }
}

const room = (name) => `^server/rooms/${name}/`
const tests = '\\.test\\.tsx?$'

export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'kernel-stands-alone',
      severity: 'error',
      from: { path: '^server/kernel/' },
      to: { path: '^server/(platform|rooms|app)/' },
    },
    {
      name: 'platform-knows-no-room',
      severity: 'error',
      from: { path: '^server/platform/', pathNot: tests },
      to: { path: '^server/(rooms|app)/' },
    },
    {
      name: 'rooms-know-no-app',
      severity: 'error',
      from: { path: '^server/rooms/', pathNot: tests },
      to: { path: '^server/app/' },
    },
    {
      name: 'inside-is-private',
      severity: 'error',
      from: { path: '^server/rooms/([^/]+)/', pathNot: tests },
      to: { path: '^server/rooms/', pathNot: ['^server/rooms/$1/', '/(index|contract)\\.ts$'] },
    },
    {
      name: 'model-and-contract-are-pure',
      severity: 'error',
      from: { path: '^server/rooms/[^/]+/(model|contract)\\.ts$' },
      to: {
        path: ['^server', '^node:', 'node_modules'],
        dependencyTypesNot: ['type-only'],
        pathNot: ['^server/kernel/', '/(model|contract)\\.ts$', 'node_modules/zod/', '/rules/'],
      },
    },
    {
      name: 'ledger-and-frameworks-stand-alone',
      severity: 'error',
      from: { path: '^(ledger|frameworks)/' },
      to: { path: '^(server|web|sdk|cli)/' },
    },
    {
      name: 'measures-stand-alone-and-touch-nothing',
      severity: 'error',
      from: { path: '^measures/', pathNot: tests },
      to: { path: ['^(server|web|sdk|cli|ledger|frameworks|engine)/', '^node:'] },
    },
    {
      name: 'the-engine-knows-only-measures',
      severity: 'error',
      from: { path: '^engine/', pathNot: tests },
      to: { path: '^(server|web|sdk|cli|ledger|frameworks)/' },
    },
    {
      name: 'the-browser-may-take-model-and-contract',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^server/', pathNot: ['^server/kernel/', '/(model|contract)\\.ts$'] },
    },
    { name: 'web-ui-knows-no-room', severity: 'error', from: { path: '^web/ui/' }, to: { path: '^web/(rooms|app)/' } },
    { name: 'sdk-stands-alone', severity: 'error', from: { path: '^sdk/' }, to: { path: '^(server|web|cli)/' } },
    ...rooms.map(([name, uses]) => ({
      name: `${name}-uses-only-what-it-declares`,
      severity: 'error',
      from: { path: room(name), pathNot: tests },
      to: { path: '^server/rooms/', pathNot: [room(name), ...uses.map(room)] },
    })),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(fixtures|dist)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
  },
}
