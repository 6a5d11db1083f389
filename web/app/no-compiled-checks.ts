/**
 * The rules that the page shares with the server bring zod along, which compiles its checks where it can. The content
 * security policy forbids that, and even the attempt is reported. This is where zod keeps what `z.config` sets; naming it
 * here spares the first page zod itself.
 */
const place = '__zod_globalConfig'
const settings: unknown = Reflect.get(globalThis, place)
Reflect.set(globalThis, place, Object.assign(settings ?? {}, { jitless: true }))
