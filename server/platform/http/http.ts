import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type RawServerDefault } from 'fastify'
import {
  hasZodFastifySchemaValidationErrors,
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Config } from '../config.ts'
import type { Door } from '../database/change.ts'
import { keepAnswer, replay } from './idempotency.ts'
import { PageRefusal } from './paging.ts'
import { notFound, send } from './problem.ts'
import { type Caller, Refused } from './caller.ts'
import { decorateRequest } from './request.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** The server as rooms see it: routes with zod schemas, `request.change` and `request.read`. */
export type Http = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>

export type HttpParts = {
  config: Config
  door: Door
  /** who is asking, from the cookie or the key; null where nobody is signed in */
  callerOf(request: FastifyRequest): Promise<Caller | null>
}

/** Builds the server without its routes. Whoever registers a route without a permission stops the start. */
export async function buildHttp({ config, door, callerOf }: HttpParts): Promise<Http> {
  const app = Fastify({
    logger: {
      level: config.log,
      serializers: { req: loggedRequest, res: ({ statusCode }) => ({ status: statusCode }) },
    },
    trustProxy: config.trustedProxy ?? false,
    bodyLimit: 2 * 1024 * 1024,
    routerOptions: { maxParamLength: 300 },
    forceCloseConnections: 'idle',
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  await app.register(helmet, {
    contentSecurityPolicy: { directives: contentPolicy(config) },
    hsts: config.secureCookies,
  })
  await app.register(cookie)
  await app.register(multipart, { limits: { fileSize: config.uploadLimit, files: 1, fields: 30 } })
  if (config.rateLimit)
    await app.register(rateLimit, { max: 1200, timeWindow: '1 minute', errorResponseBuilder: tooMany })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Assay', version: '1', description: 'The API of Assay, the open AI management system.' },
    },
    transform: withPermission,
    transformObject: jsonSchemaTransformObject,
  })
  app.addHook('onRoute', (route) => {
    if (route.url.startsWith('/api/') && !route.config?.permission) {
      throw new Error(`${String(route.method)} ${route.url} declares no permission`)
    }
  })
  app.decorateRequest('caller', null)
  app.addHook('preValidation', async (request, reply) => {
    if (!request.routeOptions.url?.startsWith('/api/')) return
    decorateRequest(request, door)
    request.caller = await callerOf(request)
    if (request.routeOptions.config.permission !== 'public' && !request.caller) {
      throw new Refused(401, 'not-signed-in', 'Sign in first, or send an API key.')
    }
    refuseForeignOrigin(request)
    return await replayed(request, reply)
  })
  const replayed = async (request: FastifyRequest, reply: FastifyReply) => await replay(door.pool, request, reply)
  app.addHook('onSend', async (request, reply, payload) => {
    if (request.routeOptions.url?.startsWith('/api/')) {
      reply.header('Cache-Control', 'no-store')
      await keepAnswer(door.pool, request, reply.statusCode, payload)
    }
    return payload
  })
  app.setErrorHandler(answerError)
  app.setNotFoundHandler((request, reply) =>
    send(reply, {
      status: 404,
      kind: 'no-such-address',
      detail: `There is nothing at ${request.method} ${request.url.split('?')[0]}.`,
    }),
  )
  return app
}

/** Logs say which operation, never an address with somebody's search words, name or token in it. */
function loggedRequest(request: FastifyRequest) {
  return { method: request.method, route: request.routeOptions?.url ?? 'unknown' }
}

function contentPolicy(config: Config) {
  return {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    connectSrc: ["'self'"],
    objectSrc: ["'none'"],
    frameAncestors: ["'none'"],
    upgradeInsecureRequests: config.secureCookies ? [] : null,
  }
}

/** A page of another origin must not write with somebody's cookie. Keys travel in a header and need no such check. */
function refuseForeignOrigin(request: FastifyRequest): void {
  const origin = request.headers.origin
  const safe = request.method === 'GET' || request.method === 'HEAD'
  if (safe || origin === undefined || request.caller?.scopes) return
  if (!URL.canParse(origin) || new URL(origin).host !== request.host) {
    throw new Refused(403, 'foreign-origin', 'This request came from another site. Open Assay at its own address.')
  }
}

function withPermission(input: Parameters<typeof jsonSchemaTransform>[0]) {
  const transformed = jsonSchemaTransform(input)
  const permission = input.route.config?.permission
  return { ...transformed, schema: { ...transformed.schema, ...(permission && { 'x-permission': permission }) } }
}

function tooMany(_request: FastifyRequest, { after }: { after: string }) {
  return new Refused(429, 'too-many-requests', `Too many requests from this address. Try again in ${after}.`)
}

function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof Refused) return send(reply, { status: error.status, kind: error.kind, detail: error.message })
  if (error instanceof PageRefusal) {
    return send(reply, { status: 400, kind: 'invalid', detail: error.message, problems: error.problems })
  }
  if (hasZodFastifySchemaValidationErrors(error)) {
    // An address with what can be no record's id leads to none, as one of a record that is gone does.
    if (error.validationContext === 'params' && error.validation.every(({ params }) => params['format'] === 'uuid')) {
      const [status, detail] = notFound
      return send(reply, { status, kind: 'not-found', detail })
    }
    const problems = error.validation.map(({ instancePath, message }) => ({
      path: instancePath.replace(/^\//, '').replaceAll('/', '.'),
      message: message ?? 'is not valid',
    }))
    return send(reply, {
      status: 400,
      kind: 'invalid',
      detail: 'Some of the input cannot be used. Correct the fields named below.',
      problems,
    })
  }
  const { status, kind, words } = known(error)
  if (status === 500) request.log.error({ err: error, requestId: request.id }, 'unexpected')
  return send(reply, { status, kind, detail: words.replace('{id}', request.id) })
}

/** PostgreSQL's own words for "not now": shutting down, starting up, too many connections, connection lost. */
const databaseAway = new Set(['57P01', '57P02', '57P03', '53300', '08006', '08001'])

// A socket that is not there reads like a missing file; only the attempt to connect tells them apart.
function isDatabaseAway(error: unknown): boolean {
  const { code, message } = parts(error)
  if (code && databaseAway.has(code)) return true
  if (error instanceof Error && 'syscall' in error && (error.syscall === 'connect' || error.syscall === 'read')) {
    return code === 'ENOENT' || code === 'ECONNREFUSED' || code === 'ECONNRESET'
  }
  return /Connection terminated|timeout exceeded when trying to connect/.test(message)
}

function known(error: unknown): { status: number; kind: string; words: string } {
  const { statusCode, message } = parts(error)
  if (statusCode !== undefined && statusCode < 500) return { status: statusCode, kind: 'bad-request', words: message }
  if (isDatabaseAway(error)) {
    return {
      status: 503,
      kind: 'database-away',
      words: 'The database does not answer just now. Nothing was saved; try again in a moment.',
    }
  }
  return {
    status: 500,
    kind: 'unexpected',
    words: 'Something went wrong on our side and nothing was saved. The log names it under {id}.',
  }
}

function parts(error: unknown): { statusCode?: number; code?: string; message: string } {
  if (!(error instanceof Error)) return { message: String(error) }
  const { statusCode, code } = error as { statusCode?: number; code?: string }
  return {
    message: error.message,
    ...(statusCode !== undefined && { statusCode }),
    ...(code !== undefined && { code }),
  }
}
