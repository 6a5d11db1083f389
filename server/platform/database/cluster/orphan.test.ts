import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, expect, test } from 'vitest'
import { copiesOfOneCluster } from './made-cluster.ts'
import { canEnter, chooseOperatingUser, identityOf, type OperatingUser } from './operating-user.ts'
import { isAlive } from './process-table.ts'
import { ask, beginTrial, killForGood, passwords, type Trial, until } from './trial.ts'

const program = join(import.meta.dirname, 'hold-cluster.ts')
const asRoot = process.getuid?.() === 0

const copy = copiesOfOneCluster()
let trial: Trial
let children: ChildProcess[] = []
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL')
  await until(() => children.every((child) => child.exitCode !== null || child.signalCode !== null))
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
  for await (const line of createInterface({ input: child.stdout })) {
    const answer: Answer = JSON.parse(line)
    return { child, answer }
  }
  throw new Error('the other Assay ended without a word')
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

test('takes over the running PostgreSQL of an Assay that was killed, with what it had committed', async () => {
  trial = await copy()
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
  trial = await copy()
  const { child, answer } = await anotherAssay()
  await kill(child)
  const cluster = await trial.open()
  killForGood(answer.opened)
  await until(() => cluster.restarts === 1)
  expect(await ask(cluster.connection('assay_app'), 'select 1 as n')).toEqual([{ n: 1 }])
})

test('replaces a running PostgreSQL that does not know the passwords of today', async () => {
  trial = await copy()
  const { child, answer } = await anotherAssay()
  await kill(child)
  const renewed = { ...passwords, assay_app: 'another-one' }
  const cluster = await trial.open({ passwords: renewed })
  expect(cluster.processId).not.toBe(answer.opened)
  expect(isAlive(answer.opened ?? 0)).toBe(false)
  expect(await ask(cluster.connection('assay_app'), 'select 1 as n')).toEqual([{ n: 1 }])
})

test('recovers when Assay and PostgreSQL were both killed and the process ids have gone to others', async () => {
  trial = await copy()
  const { child, answer } = await anotherAssay()
  await kill(child)
  killForGood(answer.opened)
  await until(() => !isAlive(answer.opened ?? 0))
  const pidFile = join(trial.directory, 'data', 'postmaster.pid')
  writeFileSync(pidFile, readFileSync(pidFile, 'utf8').replace(/^\d+/, String(process.ppid)))
  const lock = join(trial.directory, 'supervisor.lock')
  writeFileSync(lock, JSON.stringify({ pid: process.ppid, born: 'long ago' }))
  const cluster = await trial.open()
  expect(await ask(cluster.connection('assay_app'), 'select 1 as n')).toEqual([{ n: 1 }])
})

test('refuses a second Assay on the same folder while the first serves on', async () => {
  trial = await copy()
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
  const drafts = () =>
    (existsSync(trial.directory) ? readdirSync(trial.directory) : []).filter((it) => it.startsWith('creating'))
  const child = spawn(process.execPath, [program, trial.directory], { stdio: 'ignore' })
  children.push(child)
  await until(() => drafts().some((draft) => existsSync(join(trial.directory, draft, 'data', 'PG_VERSION'))))
  await kill(child)
  const cluster = await trial.open()
  expect(drafts()).toEqual([])
  expect(await ask(cluster.connection('assay_app'), 'select 1 as n')).toEqual([{ n: 1 }])
})

const ordinary = asRoot ? chooseOperatingUser('', 'nobody') : null
const canReachUs = asRoot && canEnter(ordinary, import.meta.dirname)
if (!canReachUs) {
  process.stdout.write(
    'Root alone can run the test of an ordinary user, from a folder that one can enter: skipped here.\n',
  )
}

const stop = async (child: ChildProcess) => {
  child.kill('SIGTERM')
  await once(child, 'exit')
}

test.skipIf(!canReachUs)('serves an ordinary user, then root as that user, then the user again', async () => {
  trial = beginTrial()
  if (!ordinary) return expect.unreachable('there is a user nobody')
  chownSync(join(trial.directory, '..'), ordinary.uid, ordinary.gid)
  const first = await anotherAssay(ordinary)
  expect(first.answer.refused).toBeUndefined()
  await stop(first.child)
  expect(trial.processes()).toEqual([])

  const cluster = await trial.open()
  expect(statSync(join(trial.directory, 'data')).uid).toBe(ordinary.uid)
  expect(await ask(cluster.connection('assay_app'), 'select 1 as n')).toEqual([{ n: 1 }])
  await cluster.stop()

  const again = await anotherAssay(ordinary)
  expect(again.answer.refused).toBeUndefined()
  await stop(again.child)
})

test.skipIf(!canReachUs)('refuses an ordinary user the folder of root, saying what to do', async () => {
  trial = await copy()
  await (await trial.open()).stop()
  chmodSync(join(trial.directory, '..'), 0o711)
  const closed = await anotherAssay(ordinary)
  expect(closed.answer.refused).toContain('Start Assay as the user it belongs to')
  chmodSync(trial.directory, 0o777)
  const open = await anotherAssay(ordinary)
  expect(open.answer.refused).toContain('belongs to postgres. Start Assay as that user or as root')
})
