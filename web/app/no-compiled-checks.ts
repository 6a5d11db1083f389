/**
 * The rules that the page shares with the server bring zod along, which compiles its checks where it can. The content
 * security policy forbids that, and even the attempt is reported. This is where zod keeps what `z.config` sets; naming it
 * here spares the first page zod itself.
 */
const settings: { __zod_globalConfig?: { jitless?: boolean } } = globalThis
settings.__zod_globalConfig = Object.assign(settings.__zod_globalConfig ?? {}, { jitless: true })
