import type { z } from 'zod'
import type { nistFile, nistProfileFile } from './catalogue-schema.ts'
import type { Node } from './requirement.ts'

/** Functions, categories, subcategories. NIST gives them no short titles, so the statement is the intent and the ref the title. */
export function nodesOfNist(file: z.infer<typeof nistFile>): Node[] {
  return file.functions.flatMap((fn) => [
    statementNode(fn, 'function'),
    ...fn.categories.flatMap((category) => [
      { ...statementNode(category, 'category'), parent: fn.id },
      ...category.subcategories.map((sub) => ({ ...statementNode(sub, 'subcategory'), parent: category.id })),
    ]),
  ])
}

function statementNode(item: { id: string; text: string }, kind: Node['kind']): Node {
  return { ref: item.id, title: item.id, kind, intent: item.text }
}

/** The twelve risks of the generative AI profile. */
export function nodesOfNistProfile(file: z.infer<typeof nistProfileFile>): Node[] {
  return file.risks.map((risk) => ({ ref: risk.id, title: risk.name, kind: 'risk', intent: risk.own_words }))
}
