import type { z } from 'zod'
import { nodesOfEarlierAiAct, nodesOfAiAct } from './build-eu-ai-act.ts'
import { nodesOfIso42001 } from './build-iso-42001.ts'
import { nodesOfNist, nodesOfNistProfile } from './build-nist.ts'
import { nodesOfPlain } from './build-plain.ts'
import {
  aiActDifferencesFile,
  aiActFile,
  type CatalogHead,
  iso42001File,
  nistFile,
  nistProfileFile,
  plainFile,
} from './catalogue-schema.ts'
import { deepFreeze, once, readData } from './load.ts'
import { type Node, plantTree, type Requirement } from './requirement.ts'

export type Catalogue = {
  head: CatalogHead
  requirements: readonly Requirement[]
  byRef: ReadonlyMap<string, Requirement>
}

/** The Regulation as amended, with its dates, actors and penalties; the 2024 edition is told as differences from it. */
export const aiActData = once(() => readData('eu-ai-act.yaml', aiActFile))
export const earlierAiActData = once(() => readData('eu-ai-act-2024.yaml', aiActDifferencesFile))

function catalogue<File extends { catalog: CatalogHead }>(
  read: () => File,
  nodes: (file: File) => Node[],
): () => Catalogue {
  return once(() => {
    const file = read()
    const requirements = deepFreeze(plantTree(file.catalog.id, nodes(file)))
    return { head: file.catalog, requirements, byRef: new Map(requirements.map((one) => [one.ref, one])) }
  })
}

function from<File extends { catalog: CatalogHead }>(
  name: string,
  schema: z.ZodType<File>,
  nodes: (file: File) => Node[],
): () => Catalogue {
  return catalogue(() => readData(name, schema), nodes)
}

/** Every catalogue by its framework id, in the order in which they are shown; each is read at its first use. */
const readers = {
  'ISO-42001-2023': from('iso-42001-2023.yaml', iso42001File, nodesOfIso42001),
  'NIST-AI-RMF-1.0': from('nist-ai-rmf-1.0.yaml', nistFile, nodesOfNist),
  'NIST-AI-600-1': from('nist-ai-600-1.yaml', nistProfileFile, nodesOfNistProfile),
  'EU-AI-ACT': catalogue(aiActData, nodesOfAiAct),
  'EU-AI-ACT-2024': catalogue(earlierAiActData, (differences) => nodesOfEarlierAiAct(aiActData(), differences)),
  'ISO-27001-2022': from('iso-27001-2022.yaml', plainFile, nodesOfPlain),
  'ISO-27701-2025': from('iso-27701-2025.yaml', plainFile, nodesOfPlain),
  'ISO-27701-2019': from('iso-27701-2019.yaml', plainFile, nodesOfPlain),
  'ISO-9001-2015': from('iso-9001-2015.yaml', plainFile, nodesOfPlain),
  'ISO-23894-2023': from('iso-23894-2023.yaml', plainFile, nodesOfPlain),
  'ISO-31000-2018': from('iso-31000-2018.yaml', plainFile, nodesOfPlain),
  'ISO-22301-2019': from('iso-22301-2019.yaml', plainFile, nodesOfPlain),
}

const byId: ReadonlyMap<string, () => Catalogue> = new Map(Object.entries(readers))

export function catalogueOf(frameworkId: string): Catalogue | undefined {
  return byId.get(frameworkId)?.()
}

export const allCatalogues = once((): readonly Catalogue[] => [...byId.values()].map((read) => read()))
