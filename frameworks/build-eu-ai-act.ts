import type { z } from 'zod'
import type { aiActDifferencesFile, aiActFile } from './catalogue-schema.ts'
import type { Node } from './requirement.ts'

export type AiActFile = z.infer<typeof aiActFile>
type Obligation = AiActFile['obligations'][number]

/** Obligations under their chapters, prohibited practices under Art. 5, then the lists of Annexes III and IV. */
export function nodesOfAiAct(file: AiActFile): Node[] {
  return [...file.chapters.flatMap((chapter) => chapterNodes(file, chapter)), ...annexNodes(file)]
}

/** The edition before the amendment: the same rows without the new ones, with the old words and the old date. */
export function nodesOfEarlierAiAct(file: AiActFile, differences: z.infer<typeof aiActDifferencesFile>): Node[] {
  const words = new Map(differences.obligations.map((row) => [row.id, row.own_words]))
  const absent = new Set(differences.absent)
  const obligations = file.obligations
    .filter((row) => !absent.has(row.id))
    .map((row): Obligation => {
      const { amended_2026: _changed, effective_from: _bites, ...kept } = row
      const appliesFrom = row.tier === 'high' ? differences.high_risk_applies_from : row.applies_from
      return { ...kept, applies_from: appliesFrom, own_words: words.get(row.id) ?? row.own_words }
    })
  const practices = file.prohibited_practices.filter((row) => !absent.has(row.id))
  return nodesOfAiAct({ ...file, obligations, prohibited_practices: practices })
}

function chapterNodes(file: AiActFile, chapter: AiActFile['chapters'][number]): Node[] {
  const inside = file.obligations.filter((row) => {
    const article = Number.parseInt(row.article, 10)
    return article >= chapter.from && article <= chapter.to
  })
  return [
    { ref: chapter.id, title: chapter.title, kind: 'chapter', heading: true, intent: null },
    ...inside.flatMap((row) => [
      obligationNode(row, chapter.id),
      ...(row.article === '5' ? file.prohibited_practices.map((practice) => practiceNode(row, practice)) : []),
    ]),
  ]
}

function obligationNode(row: Obligation, chapter: string): Node {
  return {
    ref: row.id,
    title: row.title,
    kind: 'obligation',
    parent: chapter,
    heading: false,
    intent: row.own_words,
    law: {
      article: row.article,
      actors: row.actor,
      tier: row.tier,
      appliesFrom: row.applies_from,
      effectiveFrom: row.effective_from ?? null,
      amended2026: row.amended_2026 ?? false,
    },
  }
}

function practiceNode(row: Obligation, practice: AiActFile['prohibited_practices'][number]): Node {
  return {
    ref: practice.id,
    title: practice.own_words,
    kind: 'prohibition',
    parent: row.id,
    heading: false,
    intent: null,
    law: {
      article: practice.id,
      actors: row.actor,
      tier: 'prohibited',
      appliesFrom: practice.applies_from,
      effectiveFrom: null,
      amended2026: practice.amended_2026 ?? false,
    },
  }
}

function annexNodes(file: AiActFile): Node[] {
  return [
    { ref: 'Annex III', title: 'Areas of high-risk use', kind: 'annex', heading: true, intent: null },
    ...file.annex_iii_areas.map(
      (area): Node => ({
        ref: `Annex III.${area.id}`,
        title: area.title,
        kind: 'high-risk-area',
        intent: area.uses.join('; '),
      }),
    ),
    { ref: 'Annex IV', title: 'Technical documentation', kind: 'annex', heading: true, intent: null },
    ...file.annex_iv_technical_documentation.map(
      (part): Node => ({
        ref: `Annex IV.${part.id}`,
        title: part.heading,
        kind: 'documentation-heading',
        intent: null,
      }),
    ),
  ]
}
