import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { subjectRef } from '#kernel/id.ts'
import { ok } from '#kernel/result.ts'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Member, openTestHouse } from '../../../test/house.ts'
import { notFound, problem } from '../http/problem.ts'
import { findBlob, openBlobs, receiveUpload, recordBlob, sendBlob, uploadRefusals } from './index.ts'

let owner: Member
let stranger: Member

beforeAll(async () => {
  const blobs = openBlobs({ folder: mkdtempSync(join(tmpdir(), 'assay-blobs-')), limit: 1000 })
  const refusals = { ...uploadRefusals, 'not-found': notFound } as const
  const house = await openTestHouse({}, (http) => {
    http.post('/api/v1/files', { config: { permission: 'tasks:create' } }, async (request, reply) => {
      const upload = await receiveUpload(request, blobs)
      if (!upload.ok) return problem(reply, refusals, upload.error)
      const { file, fields } = upload.value
      const kept = await request.change(async (it) => {
        const blob = await recordBlob(it, file)
        return ok({ value: blob, facts: [{ type: 'task.created', subject: subjectRef('blob', blob.id) }] })
      })
      return kept.ok ? { ...kept.value, fields, name: file.name } : reply.code(403).send()
    })
    const params = z.object({ id: z.uuid() })
    http.get(
      '/api/v1/files/:id',
      { schema: { params }, config: { permission: 'tasks:read' } },
      async (request, reply) => {
        const blob = await request.read(({ tx, org }) => findBlob(tx, org, request.params.id))
        return blob
          ? await sendBlob(reply, blobs, blob, 'Grüße (1).csv')
          : problem(reply, refusals, { kind: 'not-found' })
      },
    )
  })
  owner = await house.organization()
  stranger = await house.organization('Other')
})

function send(member: Member, name: string, content: string, field?: string) {
  const form = new FormData()
  if (field) form.set('note', field)
  form.set('file', new Blob([content]), name)
  return member.post('/files', form)
}

describe('an upload', () => {
  it('is kept with the fields beside it and sent back so that nothing in it can run', async () => {
    const { status, body } = await send(owner, 'systems.csv', 'name\nScreener\n', 'from the register')
    expect(status).toBe(200)
    expect(body).toMatchObject({
      size: 14,
      type: 'text/csv',
      fields: { note: 'from the register' },
      name: 'systems.csv',
    })
    const got = await owner.get(`/files/${body.id}`)
    expect(got.text).toBe('name\nScreener\n')
    expect(got.headers['content-disposition']).toBe(`attachment; filename*=UTF-8''Gr%C3%BC%C3%9Fe%20%281%29.csv`)
    expect(got.headers['content-security-policy']).toContain('sandbox')
    expect(got.headers['x-content-type-options']).toBe('nosniff')
  })

  it('of the same content is the same file, in each organization by itself', async () => {
    const [first, second, theirs] = [
      await send(owner, 'a.txt', 'same'),
      await send(owner, 'b.txt', 'same'),
      await send(stranger, 'a.txt', 'same'),
    ]
    expect(second.body.id).toBe(first.body.id)
    expect(theirs.body.id).not.toBe(first.body.id)
    expect((await stranger.get(`/files/${first.body.id}`)).status).toBe(404)
  })

  it.each([
    ['large.txt', 'x'.repeat(1001), 413, 'too-large'],
    ['page.html', '<html></html>', 415, 'page-refused'],
    ['empty.txt', '', 422, 'empty'],
  ])('%s is refused in words', async (name, content, status, kind) => {
    const answer = await send(owner, name, content)
    expect(answer).toMatchObject({ status, body: { kind } })
    expect(answer.body.detail.length).toBeGreaterThan(20)
  })

  it('without a file is refused in words', async () => {
    expect(await owner.post('/files', { file: 'a' })).toMatchObject({ status: 400, body: { kind: 'no-file' } })
  })
})
