// Loaded before everything else into every process of the tests (NODE_OPTIONS, see global-setup.ts): nothing may resolve or connect
// to a host other than this one. An attempt fails at once and is written down, so that one that is caught and forgotten still fails
// the run. Plain JavaScript, since a test also starts the command line with an older Node.
import dns from 'node:dns'
import { appendFileSync } from 'node:fs'
import { isIP, Socket } from 'node:net'

const attempts = new URL(import.meta.url).searchParams.get('attempts')

/** @param {unknown} host */
function refuseOutside(host) {
  if (typeof host !== 'string' || isThisMachine(host)) return
  const trace = new Error(`A test asked for the outside host ${host}.`)
  if (attempts) appendFileSync(attempts, `${host}\n${trace.stack ?? ''}\n\n`)
  throw trace
}

/** @param {string} host */
function isThisMachine(host) {
  if (isIP(host) === 4) return host.startsWith('127.') || host === '0.0.0.0'
  return ['', 'localhost', '::1', '::', '::ffff:127.0.0.1'].includes(host) || host.endsWith('.localhost')
}

/**
 * @param {object} owner
 * @param {string} name
 * @param {(args: unknown[]) => unknown} hostOf
 */
function guard(owner, name, hostOf) {
  const original = Reflect.get(owner, name)
  if (typeof original !== 'function') return
  Reflect.set(owner, name, function guarded(...args) {
    refuseOutside(hostOf(args))
    return Reflect.apply(original, this, args)
  })
}

for (const resolver of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) {
  for (const name of Object.getOwnPropertyNames(resolver)) {
    if (/^(lookup|reverse|resolve[A-Z0-9]?\w*)$/.test(name)) guard(resolver, name, ([host]) => host)
  }
}
guard(Socket.prototype, 'connect', ([first, second]) => {
  // net.connect() hands over what it has normalized: [options, callback].
  const target = Array.isArray(first) ? first[0] : first
  if (typeof target === 'object' && target !== null && 'host' in target) return target.host
  return typeof target === 'number' ? second : undefined
})
