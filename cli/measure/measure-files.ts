import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import {
  canonicalJson,
  checkPlan,
  freezeDriftReference,
  type MeasurementKind,
  measurementKinds,
  type Plan,
  type PlanRead,
  type Problem,
  readPlan,
  type Run,
  type RunFiles,
  type RunRequest,
  runMeasurement,
} from '@assay/engine'
import type { Io } from '../command.ts'
import { type MeasureOptions, optionsOf, type Told } from './options.ts'
import { leftAside, problemsOfOptions } from './options-of-kind.ts'
import { problemsOfPlaces } from './places.ts'
import { planOfOptions } from './plan-of-options.ts'
import { showProgress } from './progress.ts'
import type { ProvenReference } from './proven-reference.ts'
import { tellSizes } from './sizes.ts'
import { type Telling, told as tell } from './tell.ts'

const exitCodes: Record<Run['verdict'], number> = { pass: 0, 'not-decided': 0, fail: 1, 'not-enough-data': 3 }

/** Runs `assay measure`: a plan from a file or from options, one run, and what was asked to be told of it. */
export async function measureFiles(argv: string[], io: Io): Promise<number> {
  const options = optionsOf(argv)
  const json = options.told.some(({ format }) => format === 'json')
  const read = await planOf(options, io)
  if (!read.ok) return refused(read.problems, json, io)
  if (options.values.size !== undefined) {
    const problems = await tellSizes(read.plan, options.values.size, json, io)
    return problems.length === 0 ? 0 : refused(problems, json, io)
  }
  const asked = filesOf(read.plan.kind, options, io.cwd)
  if ('problems' in asked) return refused(asked.problems, json, io)
  if (options.told.filter(({ file }) => file === null).length > 1) {
    return refused([{ path: '', message: 'several formats cannot share standard output; write --html=FILE' }], json, io)
  }
  const unwritable = await problemsOfPlaces(options, io.cwd)
  if (unwritable.length > 0) return refused(unwritable, json, io)
  const pushing = options.values.push === undefined ? undefined : await import('./push.ts')
  const push = pushing?.pushAsked(options, io)
  if (typeof push === 'string') return refused([{ path: 'push', message: push }], json, io)
  const proven = await provenOf(options, asked.files, io.cwd)
  if (typeof proven === 'string') return refused([{ path: 'reference-proof', message: proven }], json, io)
  if (options.values.freeze !== undefined) return await freeze(read.plan, asked.files, options, io)
  const outcome = await run(read.plan, asked.files, options, io, runMeasurement)
  if (outcome.ok) {
    const measured = outcome.run.data.find(({ role }) => role === 'reference')
    if (proven !== undefined && measured?.sha256 !== proven.sha256) {
      const message = 'the reference was changed after it was checked; run again when nothing writes to it'
      return refused([{ path: 'reference', message }], json, io)
    }
    const code = await finish({ run: outcome.run, assumed: read.assumed ?? [], proven }, options, io)
    // A run that was to be filed and is not must not look like one that passed.
    const filed = pushing === undefined || push === undefined || (await pushing.pushRun(outcome.run, push, io))
    return filed ? code : 4
  }
  if (outcome.kind === 'refused') return refused(outcome.problems, json, io)
  return cancelled(io)
}

/** A plan, and what was assumed where the options left something open that decides. */
async function planOf({ kind, values }: MeasureOptions, io: Io): Promise<PlanRead & { assumed?: string[] }> {
  const known = measurementKinds.find((it) => it === kind)
  if (known === undefined) {
    const message = `${kind === undefined ? 'nothing' : `"${kind}"`} cannot be measured; choose one of ${measurementKinds.join(', ')}`
    return { ok: false, problems: [{ path: 'kind', message }] }
  }
  const misplaced = problemsOfOptions(known, values)
  if (misplaced.length > 0) return { ok: false, problems: misplaced }
  for (const words of leftAside(known, values)) io.err(`assay measure: ${words}\n`)
  if (values.plan === undefined) {
    const { plan, problems, assumed } = planOfOptions(known, values)
    return problems.length > 0 ? { ok: false, problems } : { ...checkPlan(plan), assumed }
  }
  const text = await planText(values.plan, io)
  if (text === null) return { ok: false, problems: [{ path: 'plan', message: `${values.plan} cannot be read` }] }
  const read = readPlan(text)
  return read.ok && read.plan.kind !== known ? otherKind(read.plan.kind, known) : read
}

function otherKind(kind: MeasurementKind, asked: MeasurementKind): PlanRead {
  return { ok: false, problems: [{ path: 'kind', message: `the plan is one of ${kind}, not of ${asked}` }] }
}

async function planText(file: string, io: Io): Promise<string | null> {
  if (file !== '-') return await readFile(resolve(io.cwd, file), 'utf8').catch(() => null)
  const parts: Buffer[] = []
  for await (const part of io.stdin) parts.push(Buffer.from(part))
  return Buffer.concat(parts).toString('utf8')
}

function filesOf(
  kind: MeasurementKind,
  { files, values }: MeasureOptions,
  cwd: string,
): { files: RunFiles } | { problems: Problem[] } {
  const [first, second, ...more] = files.map((it) => resolve(cwd, it))
  if (kind === 'drift' && values.freeze === undefined) {
    if (first === undefined || second === undefined || more.length > 0) {
      return { problems: [{ path: 'file', message: 'drift is measured between two files: REFERENCE CURRENT' }] }
    }
    return { files: { reference: first, data: second } }
  }
  if (first === undefined || second !== undefined) {
    return { problems: [{ path: 'file', message: 'name one file to measure' }] }
  }
  return { files: { data: first, ...(values.test === undefined ? {} : { test: resolve(cwd, values.test) }) } }
}

async function freeze(plan: Plan, files: RunFiles, options: MeasureOptions, io: Io): Promise<number> {
  const json = options.told.some(({ format }) => format === 'json')
  const outcome = await run(plan, files, options, io, freezeDriftReference)
  if (outcome.ok) {
    const file = options.values.freeze ?? ''
    await writeFile(resolve(io.cwd, file), `${canonicalJson(outcome.reference)}\n`)
    const from = outcome.data.map(({ name, sha256 }) => `${name} (sha256 ${sha256})`).join(', ')
    io.out(`Froze ${outcome.reference.columns.length} columns of ${from} into ${file}\n`)
    return 0
  }
  return outcome.kind === 'refused' ? refused(outcome.problems, json, io) : cancelled(io)
}

function cancelled(io: Io): number {
  io.err('assay measure: cancelled\n')
  return 130
}

async function run<Outcome>(
  plan: Plan,
  files: RunFiles,
  { values }: MeasureOptions,
  io: Io,
  work: (request: RunRequest) => Promise<Outcome>,
): Promise<Outcome> {
  const cancel = new AbortController()
  const stop = () => cancel.abort()
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  const workDirectory = await mkdtemp(join(resolve(io.cwd, values['work-folder'] ?? tmpdir()), 'assay-measure-'))
  const progress = showProgress(io)
  try {
    return await work({
      plan,
      files,
      workDirectory,
      signal: cancel.signal,
      onProgress: progress.tell,
      ...(values.memory === undefined ? {} : { memoryLimit: values.memory }),
      ...(values.threads === undefined ? {} : { threads: Number(values.threads) }),
    })
  } finally {
    progress.end()
    process.off('SIGINT', stop)
    process.off('SIGTERM', stop)
    await rm(workDirectory, { recursive: true, force: true })
  }
}

/** Where the log signed the reference, where somebody asks for it to be checked; words where it did not. */
async function provenOf(
  { values }: MeasureOptions,
  { reference }: RunFiles,
  cwd: string,
): Promise<ProvenReference | string | undefined> {
  const proof = values['reference-proof']
  if (proof === undefined) {
    return values['log-key'] === undefined ? undefined : '--log-key is for --reference-proof; name that file too'
  }
  if (reference === undefined) return 'only drift has a reference'
  const { proveReference } = await import('./reference-proof.ts')
  const proven = await proveReference(reference, resolve(cwd, proof), values['log-key'])
  return proven.ok ? proven.value : proven.message
}

async function finish(telling: Telling, { told, values }: MeasureOptions, io: Io): Promise<number> {
  const { run } = telling
  const all: Told[] = told.some(({ file }) => file === null) ? told : told.length > 0 ? told : []
  for (const { format, file } of all) {
    const parts = await tell(telling, format, io)
    if (file === null) for (const part of parts) io.out(part)
    else await writeFile(resolve(io.cwd, file), parts)
  }
  if (!all.some(({ file }) => file === null)) {
    for (const part of await tell(telling, values['no-plots'] === true ? 'table' : 'terminal', io)) io.out(part)
  }
  return exitCodes[run.verdict]
}

function refused(problems: Problem[], json: boolean, io: Io): number {
  if (json) io.err(`${JSON.stringify({ problems })}\n`)
  else for (const { path, message } of problems) io.err(`assay measure: ${path === '' ? '' : `${path}: `}${message}\n`)
  return 2
}
