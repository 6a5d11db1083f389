import type { z } from 'zod'
import type { iso42001File } from './catalogue-schema.ts'
import type { DocumentedInformation, Node } from './requirement.ts'

type File = z.infer<typeof iso42001File>

/** Clauses 4-10, then the annexes: A with its areas and controls, B as a heading without rows, C and D as idea banks. */
export function nodesOfIso42001(file: File): Node[] {
  return [...file.clauses.map(clauseNode), ...file.catalog.annexes.flatMap((annex) => annexNodes(file, annex))]
}

function clauseNode(clause: File['clauses'][number]): Node {
  if ('kind' in clause) return { ref: clause.id, title: clause.title, kind: 'clause', heading: true, intent: null }
  const { demand } = clause.documented_information
  const what = 'what' in clause.documented_information ? clause.documented_information.what : []
  return {
    ref: clause.id,
    title: clause.title,
    kind: 'clause',
    heading: false,
    intent: clause.intent,
    owner: clause.owner,
    evidence: clause.evidence,
    ask: clause.ask,
    applies: { developer: 'P', provider: 'P', user: 'P' },
    documentedInformation: { demand, what },
  }
}

function annexNodes(file: File, annex: File['catalog']['annexes'][number]): Node[] {
  const head: Node = { ref: annex.id, title: annex.title, kind: 'annex', heading: true, intent: annex.note }
  if (annex.id === 'A') return [head, ...areaNodes(file)]
  if (annex.id === 'C') return [head, ...ideaNodes(file)]
  if (annex.id === 'D') return [head, ...file.annex_d.sections.map(annexHeading)]
  return [head]
}

function areaNodes(file: File): Node[] {
  return file.annex_a_areas.flatMap((area) => [
    { ref: area.id, title: area.title, kind: 'area' as const, heading: true, intent: area.objective ?? null },
    ...file.controls.filter((control) => control.area === area.id).map(controlNode),
  ])
}

function controlNode(control: File['controls'][number]): Node {
  const demand: DocumentedInformation['demand'] = control.documents === 'explicit' ? 'if-included' : 'implied'
  return {
    ref: control.id,
    title: control.title,
    kind: 'control',
    heading: false,
    intent: control.intent,
    owner: control.owner,
    evidence: control.evidence,
    applies: control.applies,
    documentedInformation: { demand, what: [] },
  }
}

function ideaNodes(file: File): Node[] {
  return [
    { ref: 'C.2', title: 'Objectives', kind: 'area', heading: true, intent: null },
    ...file.annex_c.objectives.map((idea) => ({ ...titleNode(idea, 'objective'), intent: idea.own_words })),
    { ref: 'C.3', title: 'Risk sources', kind: 'area', heading: true, intent: null },
    ...file.annex_c.risk_sources.map((idea) => ({ ...titleNode(idea, 'risk-source'), intent: idea.own_words })),
  ]
}

function annexHeading(item: { id: string; title: string }): Node {
  return { ...titleNode(item, 'annex'), heading: true }
}

function titleNode(item: { id: string; title: string }, kind: Node['kind']): Node {
  return { ref: item.id, title: item.title, kind, heading: false, intent: null }
}
