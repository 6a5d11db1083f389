import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, expect, test } from 'vitest'
import { canEnter, chooseOperatingUser, identityOf, type OperatingUser } from './operating-user.ts'
import { isAlive } from './process-table.ts'
import { ask, beginTrial, passwords, type Trial, until } from './trial.ts'

const program = join(import.meta.dirname, 'hold-cluster.ts')
const asRoot = process.getuid?.() === 0

let trial: Trial
let children: ChildProcess[] = []
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL')
  children = []
  await trial.end()
})

type Answer = { opened?: number; refused?: string }

/** Another Assay, as a process of its own, that holds the cluster until it is killed. */
async function anotherAssay(user: OperatingUser | null = null): Promise<{ child: ChildProcess; answer: Answer }> {
  const options = { ...identityOf(user), cwd: '/', stdio: ['ignore', 'pipe', 'inherit'] as const }
  const child = spawn(process.execPath, [program, trial.directory], {
    ...options,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  const [line] = await once(createInterface({ input: child.stdout }), 'line')
  const answer: Answer = JSON.parse(String(line))
  return { child, answer }
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

test('takes over the running PostgreSQL of an Assay that was killed, with what it had committed', async () => {
  trial = beginTrial()
  const { child, answer } = await anotherAssay()
  const connection = { host: join(trial.directory, 'data'), port: 5432, database: 'assay', user: 'assay_owner' }
  await ask({ ...connection, password: passwords.assay_owner }, 'create table kept as select 42 as answer')
  await kill(child)
  expect(isAlive(answer.opened ?? 0)).toBe(true)

  const cluster = await trial.open()
  expect(cluster.processId).toBe(answer.opened)
  expect(await ask(cluster.connection('assay_owner'), 'select answer from kept')).toEqual([{ answer: 42 }])
  await cluster.stop()
  expect(trial.processes()).toEqual([])
})

test('restarts a PostgreSQL that it has taken over and that is killed later', async () => {
  trial = beginTrial()
  const { child, answer } = await anotherAssay()
  await kill(child)
  const cluster = await trial.open()
  process.kill(answer.opened ?? 0, 'SIGKILL')
  await until(() => cluster.restarts === 1)
  expect(await ask(cluster.connection('assay_app'), 'select 1 as n')).toEqual([{ n: 1 }])
})

test('replaces a running PostgreSQL that does not know the passwords of today', async () => {
  trial = beginTrial()
  const { child, answer } = await anotherAssay()
  await kill(child)
  const renewed = { ...passwords, assay_app: 'another-one' }
  const cluster = await trial.open({ passwords: renewed })
  expect(cluster.processId).not.toBe(answer.opened)
  expect(isAlive(answer.opened ?? 0)).toBe(false)
  expect(await ask(cluster.connection('assay_app'), 'select 1 as n')).toEqual([{ n: 1 }])
})

test('recovers when Assay and PostgreSQL were both killed and the process ids have gone to others', async () => {
  trial = beginTrial()
  const { child, answer } = await anotherAssay()
  await kill(child)
  process.kill(answer.opened ?? 0, 'SIGKILL')
  await until(() => !isAlive(answer.opened ?? 0))
  const pidFile = join(trial.directory, 'data', 'postmaster.pid')
  writeFileSync(pidFile, readFileSync(pidFile, 'utf8').replace(/^\d+/, String(process.ppid)))
  const lock = join(trial.directory, 'supervisor.lock')
  writeFileSync(lock, JSON.stringify({ pid: process.ppid, born: 'long ago' }))
  const cluster = await trial.open()
  expect(await ask(cluster.connection('assay_app'), 'select 1 as n')).toEqual([{ n: 1 }])
})

test('refuses a second Assay on the same folder while the first serves on', async () => {
  trial = beginTrial()
  const first = await anotherAssay()
  const second = await anotherAssay()
  expect(second.answer.refused).toContain(`process ${first.child.pid}`)
  expect(isAlive(first.answer.opened ?? 0)).toBe(true)
})

test('lets exactly one of several that start at once have the folder', async () => {
  trial = beginTrial()
  const all = await Promise.all([anotherAssay(), anotherAssay(), anotherAssay(), anotherAssay()])
  expect(all.filter(({ answer }) => answer.opened !== undefined)).toHaveLength(1)
})

test('clears away what a creation left that was killed half way', async () => {
  trial = beginTrial()
  const child = spawn(process.execPath, [program, trial.directory], { stdio: 'ignore' })
  children.push(child)
  await until(() => existsSync(join(trial.directory, `creating-${child.pid}`, 'PG_VERSION')))
  await kill(child)
  const cluster = await trial.open()
  expect(existsSync(join(trial.directory, `creating-${child.pid}`))).toBe(false)
  expect(await ask(cluster.connection('assay_app'), 'select 1 as n')).toEqual([{ n: 1 }])
})

const ordinary = asRoot ? chooseOperatingUser('', 'nobody') : null
const canReachUs = asRoot && canEnter(ordinary, import.meta.dirname)
if (!canReachUs) {
  process.stdout.write(
    'Root alone can run the test of an ordinary user, from a folder that one can enter: skipped here.\n',
  )
}

test.skipIf(!canReachUs)('serves an ordinary user, and root afterwards as the same user', async () => {
  trial = beginTrial()
  if (!ordinary) return expect.unreachable('there is a user nobody')
  chownSync(join(trial.directory, '..'), ordinary.uid, ordinary.gid)
  const { child, answer } = await anotherAssay(ordinary)
  expect(answer.refused).toBeUndefined()
  child.kill('SIGTERM')
  await once(child, 'exit')
  expect(trial.processes()).toEqual([])

  const cluster = await trial.open()
  expect(statSync(join(trial.directory, 'data')).uid).toBe(ordinary.uid)
  expect(await ask(cluster.connection('assay_app'), 'select 1 as n')).toEqual([{ n: 1 }])
  await cluster.stop()
  rmSync(join(trial.directory, 'supervisor.lock'), { force: true })
})
