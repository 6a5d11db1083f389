import { createHmac } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { bornAt, isAlive } from './process-table.ts'
import { scramVerifier } from './scram.ts'
import { lastLines, logOf, openLog } from './server-log.ts'
import { accessRules, fingerprint, serverSettings } from './settings.ts'
import { lockDirectory } from './supervisor-lock.ts'

let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'assay-parts-'))
})
afterEach(() => rmSync(directory, { recursive: true }))

test('the stored form of a password proves the exchange that RFC 7677 gives as its example', () => {
  const verifier = scramVerifier('pencil', Buffer.from('W22ZaJ0SNY7soEsUEjb6gQ==', 'base64'))
  const nonce = 'rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0'
  const messages = `n=user,r=rOprNGfwEbeRWgbNEkqO,r=${nonce},s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096,c=biws,r=${nonce}`
  const serverKey = Buffer.from(verifier.split(':').at(-1) ?? '', 'base64')
  const signature = createHmac('sha256', serverKey).update(messages).digest('base64')
  expect(signature).toBe('6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=')
})

describe('the lock of a folder', () => {
  const path = () => join(directory, 'supervisor.lock')

  test('is held by one and free again after it was released', () => {
    const lock = lockDirectory(directory)
    expect(() => lockDirectory(directory)).toThrow(/already runs/)
    lock.release()
    lockDirectory(directory).release()
  })

  test('is not held by a process that has ended', () => {
    writeFileSync(path(), JSON.stringify({ pid: 2 ** 22 + 1, born: bornAt(process.pid) }))
    expect(() => lockDirectory(directory)).not.toThrow()
  })

  test('is not held by a process that has got the id of an ended one', () => {
    writeFileSync(path(), JSON.stringify({ pid: process.ppid, born: 'long ago' }))
    expect(() => lockDirectory(directory)).not.toThrow()
  })

  test.each(['', 'not json', '{}', '{"pid":"1"}'])('is not held by a file that reads %j', (content) => {
    writeFileSync(path(), content)
    expect(() => lockDirectory(directory)).not.toThrow()
  })

  test('of somebody else is not removed by releasing an own one that is gone', () => {
    const lock = lockDirectory(directory)
    writeFileSync(path(), 'of another')
    lock.release()
    expect(readFileSync(path(), 'utf8')).toBe('of another')
  })
})

test('a process is known by its start, and one that does not exist has none', () => {
  expect(bornAt(process.pid)).toBe(bornAt(process.pid))
  expect(bornAt(process.pid)).not.toBe(bornAt(process.ppid))
  expect(isAlive(2 ** 22 + 1)).toBe(false)
})

test('a large log becomes the older one, and a refusal quotes the new one alone', () => {
  writeFileSync(logOf(directory), 'x'.repeat(10_000_001))
  openLog(directory)
  expect(statSync(logOf(directory)).size).toBe(0)
  expect(statSync(`${logOf(directory)}.1`).size).toBe(10_000_001)
  writeFileSync(logOf(directory), 'before\nafter\n')
  expect(lastLines(directory, 'before\n'.length)).toBe('after')
})

test('settings that differ have another fingerprint, and the superuser has no rule that lets it in', () => {
  const subject = { major: 18, socketDirectory: '.', testing: false, hasLocal: false }
  const variants = [subject, { ...subject, testing: true }, { ...subject, major: 15 }, { ...subject, hasLocal: true }]
  expect(new Set(variants.map(fingerprint)).size).toBe(variants.length)
  expect(serverSettings({ ...subject, socketDirectory: "/tmp/it's" })).toContain("'/tmp/it''s'")
  const letIn = accessRules()
    .split('\n')
    .filter((line) => /^(local|host)/.test(line) && !line.endsWith('reject'))
  expect(letIn).toEqual(['local all assay_owner,assay_app,assay_identity,assay_maintenance scram-sha-256'])
})
