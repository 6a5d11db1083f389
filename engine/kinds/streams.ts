import { cusum, cusumRunLength, cusumStart, type FrozenColumn, pageHinkley, pageHinkleyStart } from '@assay/measures'
import type { FileSource } from '../duckdb/open-source.ts'
import type { Session } from '../duckdb/session.ts'
import type { DriftStream } from '../drift-streams.ts'
import { say } from '../messages.ts'
import type { DriftPlan } from '../plan.ts'
import { refuse } from '../sources/problem.ts'
import type { DriftBase } from './drift-base.ts'
import { type Answered, answered } from './reasons-for.ts'
import { eachStreamed, type StreamRead } from './stream-values.ts'

/** `at` counts the values from 1; `since` is the value that the change is dated to, where the method dates it. */
export type StreamAlarm = { at: number; since: number | null; direction: 'rise' | 'fall' }

export type StreamResult = {
  method: DriftStream['method']
  value: string
  order: string | null
  /** What the values are held against, of a CUSUM. */
  target: number | null
  deviation: number | null
  seen: number
  left: { nulls: number; notFinite: number }
  /** The first of them; `alarmsFound` says how many there are. */
  alarms: StreamAlarm[]
  alarmsFound: number
  /** How many alarms chance alone gives, of a CUSUM over normal and independent values. */
  expectedByChance: number | null
  /** The sums over time, thinned: of each stretch the largest. */
  path: { at: number; rise: number; fall: number }[]
  /** Null where the plan sets no limit. */
  judged: Answered | null
}

const alarmsTold = 200
const pointsTold = 200

/** What the streams of a plan are watched in. */
export type StreamsAsked = { plan: DriftPlan; base: DriftBase; data: FileSource; session: Session }

/** Watches streams over the current file. */
export async function streamsOf(
  streams: DriftStream[],
  { plan, base, data, session }: StreamsAsked,
): Promise<StreamResult[]> {
  const found: StreamResult[] = []
  for (const [index, asked] of streams.entries()) {
    found.push(await watched(asked, { plan, session, path: `streams.${index}` }, base, data))
  }
  return found
}

type Place = { plan: DriftPlan; session: Session; path: string }

async function watched(asked: DriftStream, place: Place, base: DriftBase, data: FileSource): Promise<StreamResult> {
  const watch = asked.method === 'cusum' ? cusumOf(asked, await usualOf(asked, place, base)) : hinkleyOf(asked)
  const seen = await eachStreamed(data, asked, place, watch.see)
  const alarmsFound = watch.alarms.length
  return {
    method: asked.method,
    value: seen.words,
    order: asked.order ?? null,
    target: watch.usual?.target ?? null,
    deviation: watch.usual?.deviation ?? null,
    seen: seen.values,
    left: seen.left,
    alarms: watch.alarms.slice(0, alarmsTold),
    alarmsFound,
    expectedByChance: asked.method === 'cusum' ? seen.values / cusumRunLength(definedOf(asked)) : null,
    path: watch.path(),
    judged: judgedOf(asked, seen, alarmsFound, place.plan),
  }
}

function judgedOf(
  { method, atMostAlarms }: DriftStream,
  { words, values }: StreamRead,
  alarms: number,
  { minimumSize }: DriftPlan,
): StreamResult['judged'] {
  if (atMostAlarms === undefined) return null
  const of = { method: method === 'cusum' ? 'CUSUM' : 'Page–Hinkley', values: words, count: values }
  if (values < minimumSize.verdict) {
    return answered('not-enough-data', say('stream-few', { ...of, minimum: minimumSize.verdict }))
  }
  const said = say('stream-alarms', { ...of, alarms, most: atMostAlarms })
  return answered(alarms > atMostAlarms ? 'fail' : 'pass', said)
}

type Watch = {
  usual: Usual | null
  alarms: StreamAlarm[]
  see: (value: number) => void
  path: () => StreamResult['path']
}

function cusumOf(asked: DriftStream & { method: 'cusum' }, usual: Usual): Watch {
  const options = { ...usual, ...definedOf(asked) }
  let state = cusumStart()
  const alarms: StreamAlarm[] = []
  const thinned = new Thinned(pointsTold)
  return {
    usual,
    alarms,
    path: () => thinned.points(),
    see: (value) => {
      state = cusum(state, value, options)
      thinned.see(state.seen, state.high, state.low)
      if (state.alarms.length === 0) return
      alarms.push(...state.alarms)
      // Kept here, so that a stream that alarms without end does not carry them all along.
      state = { ...state, alarms: [] }
    },
  }
}

function hinkleyOf(asked: DriftStream & { method: 'page-hinkley' }): Watch {
  const { tolerance, threshold, warmUp } = asked
  const options = { tolerance, threshold, ...(warmUp === undefined ? {} : { warmUp }), ...definedOf(asked) }
  let state = pageHinkleyStart()
  const alarms: StreamAlarm[] = []
  const thinned = new Thinned(pointsTold)
  return {
    usual: null,
    alarms,
    path: () => thinned.points(),
    see: (value) => {
      state = pageHinkley(state, value, options)
      thinned.see(state.total, state.rise, state.fall)
      if (state.alarms.length === 0) return
      alarms.push(...state.alarms.map((it) => ({ ...it, since: null })))
      state = { ...state, alarms: [] }
    },
  }
}

type Chosen = { slack?: number; limit?: number; direction?: 'rise' | 'fall' | 'either' }

/** Options as given: those that are not are the measures' own. */
function definedOf(asked: DriftStream): Chosen {
  const { direction } = asked
  const [slack, limit] = asked.method === 'cusum' ? [asked.slack, asked.limit] : []
  return {
    ...(slack === undefined ? {} : { slack }),
    ...(limit === undefined ? {} : { limit }),
    ...(direction === undefined ? {} : { direction }),
  }
}

type Usual = { target: number; deviation: number }

/** Mean and deviation as the plan gives them, else those of the same values in the reference. */
async function usualOf(asked: DriftStream & { method: 'cusum' }, place: Place, base: DriftBase): Promise<Usual> {
  const { target, deviation } = asked
  if (target !== undefined && deviation !== undefined) return { target, deviation }
  const read =
    'frozen' in base ? frozenUsual(base.frozen.columns, asked, place.path) : await readUsual(base.file, asked, place)
  const usual = { target: target ?? read.target, deviation: deviation ?? read.deviation }
  if (!(usual.deviation > 0)) {
    refuse(`${place.path}.deviation`, 'is 0 in the reference; write the deviation that values have while all is well')
  }
  return usual
}

function frozenUsual(columns: FrozenColumn[], { value }: DriftStream, path: string): Usual {
  const found = columns.find((it) => it.column === value)
  if (found?.kind === 'number' && found.mean !== null && found.deviation !== null) {
    return { target: found.mean, deviation: found.deviation }
  }
  return refuse(
    `${path}.target`,
    'has to be written, and deviation too: the frozen reference holds neither for these values',
  )
}

/** In the order of the file, so that the sums are the same every time (Welford 1962). */
async function readUsual(file: FileSource, asked: DriftStream, place: Place): Promise<Usual> {
  let [n, mean, squares] = [0, 0, 0]
  await eachStreamed(file, asked, place, (value) => {
    n += 1
    const off = value - mean
    mean += off / n
    squares += off * (value - mean)
  })
  if (n < 2) refuse(`${place.path}.target`, 'has to be written: the reference has fewer than two such values')
  return { target: mean, deviation: Math.sqrt(squares / (n - 1)) }
}

/** Keeps a path short: each stretch holds its largest sums, and stretches grow as the stream does. */
class Thinned {
  readonly #most: number
  #stretch = 1
  #points: StreamResult['path'] = []

  constructor(most: number) {
    this.#most = most
  }

  see(at: number, rise: number, fall: number): void {
    const last = this.#points.at(-1)
    if (last !== undefined && Math.ceil(last.at / this.#stretch) === Math.ceil(at / this.#stretch)) {
      this.#points[this.#points.length - 1] = merged(last, { at, rise, fall })
      return
    }
    this.#points.push({ at, rise, fall })
    if (this.#points.length > this.#most) this.#halve()
  }

  points(): StreamResult['path'] {
    return this.#points
  }

  #halve(): void {
    this.#stretch *= 2
    const halved: StreamResult['path'] = []
    for (const point of this.#points) {
      const last = halved.at(-1)
      if (last !== undefined && Math.ceil(last.at / this.#stretch) === Math.ceil(point.at / this.#stretch)) {
        halved[halved.length - 1] = merged(last, point)
      } else halved.push(point)
    }
    this.#points = halved
  }
}

function merged(a: StreamResult['path'][number], b: StreamResult['path'][number]): StreamResult['path'][number] {
  return { at: b.at, rise: Math.max(a.rise, b.rise), fall: Math.max(a.fall, b.fall) }
}
