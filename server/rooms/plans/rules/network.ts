import { ok, refuse, type Result } from '#kernel/result.ts'
import { daysOf, daysOfArea } from './durations.ts'
import { type Area, type RoadTask, areas, closing, hardPairs, road } from './road.ts'
import type { PlanInput, PlanRefusal, PlannedTask, TaskChange } from './terms.ts'

/** A task as it goes into the calculation: how long it takes, what it waits for, what was said about it. */
export type Node = Pick<PlannedTask, 'key' | 'title' | 'phase' | 'owner' | 'refs' | 'doneWhen' | 'dependsOn'> & {
  days: number
  change: TaskChange
}

/** Every task comes after those it waits for. */
export type Network = { nodes: Node[]; lapsed: string[] }

const roadKeys = new Set(road.map((it) => it.key))
const areaKeys = new Set(areas.map((it) => closing(it.id)))
const waitsForAll = new Set(road.find((it) => it.key === 'controls-running')?.after)

/** The tasks of this plan with their edited dependencies, in an order in which they can be placed. */
export function networkOf(input: PlanInput): Result<Network, PlanRefusal> {
  const unknown = unknownWords(input)
  if (unknown) return refuse(unknown)
  const planned = [...road.map((it) => ofRoad(it, input)), ...areas.flatMap((it) => ofArea(it, input))]
  const present = new Set(planned.map((node) => node.key))
  const nodes = endingInDecision(planned.map((node) => ({ ...node, dependsOn: dependenciesOf(node, present) })))
  const circle = cycleIn(nodes)
  if (circle) return refuse({ kind: 'cycle', tasks: circle })
  const broken = hardPairsOf(present).find(([before, after]) => !reaches(nodes, after, before))
  if (broken) return refuse({ kind: 'hard-order', task: broken[1], needs: broken[0] })
  return ok({ nodes: inOrder(nodes), lapsed: Object.keys(input.changes).filter((key) => !present.has(key)) })
}

/** The hard order, with every task that makes controls run before the confirmation that they do. */
export function hardPairsOf(present: ReadonlySet<string>): (readonly [before: string, after: string])[] {
  const gate = [...waitsForAll, ...areaKeys].filter((key) => present.has(key))
  return [...hardPairs, ...gate.map((key) => [key, 'controls-running'] as const)]
}

function unknownWords(input: PlanInput): PlanRefusal | null {
  const known = (key: string) => roadKeys.has(key) || areaKeys.has(key)
  const named = Object.entries(input.changes).flatMap(([key, change]) => [key, ...(change.dependsOn ?? [])])
  const task = named.find((key) => !known(key))
  if (task !== undefined) return { kind: 'unknown-task', task }
  const ref = input.openRefs?.find((open) => !belongs(open))
  return ref === undefined ? null : { kind: 'unknown-requirement', ref }
}

function belongs(ref: string): boolean {
  return road.some((it) => it.refs.includes(ref)) || areas.some((it) => isIn(it, ref))
}

/** `A.10.2` is in `A.10`, not in `A.1`. */
function isIn(area: Area, ref: string): boolean {
  return ref.startsWith(`${area.id}.`)
}

function ofRoad(it: RoadTask, input: PlanInput): Node {
  const refs = input.openRefs === null ? it.refs : it.refs.filter((ref) => input.openRefs?.includes(ref))
  const { key, title, phase, owner, doneWhen } = it
  const dependsOn = key === 'controls-running' ? [...it.after, ...areaKeys] : it.after
  const change = input.changes[key] ?? {}
  return { key, title, phase, owner, doneWhen, refs, dependsOn, change, days: daysOf(it, input, refs) }
}

/** An area with nothing open has no task, unless one was already begun: what was done stays to be seen. */
function ofArea(it: Area, input: PlanInput): Node[] {
  const key = closing(it.id)
  const change = input.changes[key] ?? {}
  const open = input.openRefs?.filter((ref) => isIn(it, ref))
  if (open?.length === 0 && !change.done && change.startedOn === undefined) return []
  const days = daysOfArea(it, input, open ?? Array.from({ length: it.controls }, () => it.id))
  return [
    {
      key,
      title: `Close what is open in ${it.id}: ${it.title}`,
      phase: 'implementation',
      owner: it.owner,
      // Without a gap assessment nobody knows which controls are open: the whole area is.
      refs: open ?? [it.id],
      doneWhen: 'Each of these controls is in place and has an owner, or its exclusion is justified.',
      dependsOn: ['treatment'],
      change,
      days,
    },
  ]
}

function dependenciesOf(node: Node, present: ReadonlySet<string>): string[] {
  return [...new Set(node.change.dependsOn ?? node.dependsOn)].filter((key) => present.has(key))
}

/** What nothing waits for any more after an edit still has to be over before the decision. */
function endingInDecision(nodes: Node[]): Node[] {
  const awaited = new Set(nodes.flatMap((node) => node.dependsOn))
  const loose = nodes.map((node) => node.key).filter((key) => key !== 'decision' && !awaited.has(key))
  return nodes.map((node) => (node.key === 'decision' ? { ...node, dependsOn: [...node.dependsOn, ...loose] } : node))
}

/** The keys of one circle of dependencies in their order, or null. */
function cycleIn(nodes: Node[]): string[] | null {
  const byKey = new Map(nodes.map((node) => [node.key, node]))
  const clear = new Set<string>()
  const follow = (key: string, path: string[]): string[] | null => {
    if (path.includes(key)) return path.slice(path.indexOf(key))
    if (clear.has(key)) return null
    for (const before of byKey.get(key)?.dependsOn ?? []) {
      const circle = follow(before, [...path, key])
      if (circle) return circle
    }
    clear.add(key)
    return null
  }
  for (const { key } of nodes) {
    const circle = follow(key, [])
    if (circle) return circle
  }
  return null
}

function reaches(nodes: Node[], from: string, to: string): boolean {
  const byKey = new Map(nodes.map((node) => [node.key, node]))
  const seen = new Set<string>()
  const waiting = [from]
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (key === to) return true
    if (seen.has(key)) continue
    seen.add(key)
    waiting.push(...(byKey.get(key)?.dependsOn ?? []))
  }
  return false
}

/** Dependencies first; the network is known to have no circle. */
function inOrder(nodes: Node[]): Node[] {
  const byKey = new Map(nodes.map((node) => [node.key, node]))
  const ordered = new Map<string, Node>()
  const visit = (node: Node) => {
    if (ordered.has(node.key)) return
    for (const key of node.dependsOn) {
      const before = byKey.get(key)
      if (before) visit(before)
    }
    ordered.set(node.key, node)
  }
  nodes.forEach(visit)
  return [...ordered.values()]
}
