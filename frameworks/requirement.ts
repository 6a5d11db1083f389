import type { AiActor, AiActTier } from './catalogue-schema.ts'

/** What a node of a catalogue is. Headings of every kind group others and ask for nothing by themselves. */
export type RequirementKind =
  | 'clause'
  | 'annex'
  | 'area'
  | 'control'
  | 'objective'
  | 'risk-source'
  | 'principle'
  | 'function'
  | 'category'
  | 'subcategory'
  | 'risk'
  | 'chapter'
  | 'obligation'
  | 'prohibition'
  | 'high-risk-area'
  | 'documentation-heading'

/** How a clause or control asks for documented information; `if-included` binds once the control is in the SoA. */
export type DocumentedInformation = {
  demand: 'maintain' | 'retain' | 'if-included' | 'implied' | 'none'
  what: readonly string[]
}

/** Our judgement for each role held: P primary, S supporting, '-' usually excluded, with a reason. */
export type Applies = { developer: 'P' | 'S' | '-'; provider: 'P' | 'S' | '-'; user: 'P' | 'S' | '-' }

/** What only a law says about its obligations: who bears them, from when. Dates are ISO days. */
export type LawDetail = {
  article: string
  actors: readonly AiActor[]
  tier: AiActTier
  appliesFrom: string
  effectiveFrom: string | null
  amended2026: boolean
}

/** One node of any catalogue. `intent` is our own wording, or the statement itself where it is in the public domain. */
export type Requirement = {
  key: string
  framework: string
  ref: string
  title: string
  kind: RequirementKind
  parent: string | null
  depth: number
  heading: boolean
  intent: string | null
  owner?: string
  evidence?: readonly string[]
  ask?: string
  applies?: Applies
  documentedInformation?: DocumentedInformation
  law?: LawDetail
  group?: string
}

/** The stable name of a requirement across the whole product, for example `ISO-42001-2023/6.1.2`. */
export function requirementKey(framework: string, ref: string): string {
  return `${framework}/${ref}`
}

/** Splits a key at its first slash; undefined where the text is no key. Says nothing about whether it exists. */
export function parseRequirementKey(key: string): { framework: string; ref: string } | undefined {
  const at = key.indexOf('/')
  if (at < 1 || at === key.length - 1) return undefined
  return { framework: key.slice(0, at), ref: key.slice(at + 1) }
}

/** A node as a catalogue's builder gives it; the tree adds key, depth and whether it is a heading. */
export type Node = Omit<Requirement, 'key' | 'framework' | 'parent' | 'depth' | 'heading'> & {
  parent?: string
  heading?: boolean
}

/** Hangs nodes into a tree: a parent is the given one or the nearest existing ref with dotted ends dropped. */
export function plantTree(framework: string, nodes: readonly Node[]): readonly Requirement[] {
  const refs = new Set(nodes.map((node) => node.ref))
  if (refs.size !== nodes.length) throw new Error(`${framework} names a ref twice`)
  const parents = new Map(nodes.map((node) => [node.ref, node.parent ?? nearestAncestor(node.ref, refs)]))
  const withChildren = new Set(parents.values())
  return nodes.map((node) => ({
    ...node,
    key: requirementKey(framework, node.ref),
    framework,
    parent: parents.get(node.ref) ?? null,
    depth: depthOf(node.ref, parents),
    heading: node.heading ?? withChildren.has(node.ref),
  }))
}

function nearestAncestor(ref: string, refs: ReadonlySet<string>): string | null {
  const at = ref.lastIndexOf('.')
  if (at < 0) return null
  const shorter = ref.slice(0, at)
  return refs.has(shorter) ? shorter : nearestAncestor(shorter, refs)
}

function depthOf(ref: string, parents: ReadonlyMap<string, string | null>): number {
  const parent = parents.get(ref)
  return parent ? 1 + depthOf(parent, parents) : 0
}
