import type { z } from 'zod'
import type { plainFile } from './catalogue-schema.ts'
import type { Node, RequirementKind } from './requirement.ts'

type File = z.infer<typeof plainFile>
type Titled = { id: string; title: string; group?: string | undefined }

/** Catalogues of ids and titles: clauses first, then what hangs in the annexes, each annex head before its rows. */
export function nodesOfPlain(file: File): Node[] {
  const principles = (file.principles ?? []).map((item) => ({ ...node(item, 'principle'), parent: '4' }))
  const clauses = file.clauses.flatMap((item) =>
    item.id === '4' ? [node(item, 'clause'), ...principles] : [node(item, 'clause')],
  )
  const rows = [
    ...all(file.annex_a_objectives, 'objective'),
    ...all(file.annex_b_risk_sources, 'risk-source'),
    ...all(file.controls, 'control'),
  ]
  const heads = [
    ...all(file.annexes, 'annex').map((head) => ({ ...head, heading: true })),
    ...all(file.annex_a_themes, 'area'),
    ...all(file.tables, 'area'),
  ]
  return [...clauses, ...heads.flatMap((head) => [head, ...rows.filter((row) => row.ref.startsWith(`${head.ref}.`))])]
}

function all(items: readonly Titled[] | undefined, kind: RequirementKind): Node[] {
  return (items ?? []).map((item) => node(item, kind))
}

function node(item: Titled, kind: RequirementKind): Node {
  return { ref: item.id, title: item.title, kind, intent: null, ...(item.group ? { group: item.group } : {}) }
}
