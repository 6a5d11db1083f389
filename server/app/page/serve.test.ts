import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import { compressFolder } from './compress.ts'
import { servePage } from './serve.ts'

const folder = mkdtempSync(join(tmpdir(), 'assay-page-'))
const app = Fastify().withTypeProvider<ZodTypeProvider>()

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Assay</title>')
  writeFileSync(join(folder, 'assets', 'main-abc.js'), 'console.log(1);'.repeat(200))
  writeFileSync(join(folder, 'favicon.svg'), '<svg/>')
  writeFileSync(join(folder, '..', 'outside-of-the-page.txt'), 'secret')
  await compressFolder(folder)
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.get('/api/v1/known', () => ({ known: true }))
  await servePage(app, folder)
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
  rmSync(join(folder, '..', 'outside-of-the-page.txt'), { force: true })
})

const page = { accept: 'text/html,*/*' }

it.each([
  ['/', page, 200, 'text/html', 'no-cache'],
  ['/tasks/42?asOf=3', page, 200, 'text/html', 'no-cache'],
  ['/assets/main-abc.js', {}, 200, 'javascript', 'public, max-age=31536000, immutable'],
  ['/favicon.svg', {}, 200, 'image/svg', 'public, max-age=3600'],
  ['/assets/main-old.js', {}, 404, 'json', undefined],
  ['/api/v1/known', page, 200, 'json', undefined],
  ['/api/v1/unknown', page, 404, 'json', undefined],
  ['/tasks', { accept: 'application/json' }, 404, 'json', undefined],
  ['/../outside-of-the-page.txt', {}, 404, 'json', undefined],
  ['/..%2foutside-of-the-page.txt', {}, 404, 'json', undefined],
  ['/%2e%2e/outside-of-the-page.txt', {}, 404, 'json', undefined],
])('%s asked with %j answers %i', async (url, headers, status, type, cache) => {
  const answer = await app.inject({ url, headers })
  expect([answer.statusCode, answer.headers['cache-control']]).toEqual([status, cache])
  expect(answer.headers['content-type']).toContain(type)
  expect(answer.body).not.toContain('secret')
})

it('sends the copy that was compressed beforehand to whoever takes it', async () => {
  const plain = await app.inject({ url: '/assets/main-abc.js' })
  const packed = await app.inject({ url: '/assets/main-abc.js', headers: { 'accept-encoding': 'br, gzip' } })
  expect(packed.headers['content-encoding']).toBe('br')
  expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 5)
})
