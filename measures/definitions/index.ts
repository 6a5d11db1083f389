import { conditionalDefinitions } from './conditional.ts'
import type { MetricDefinition } from './definition.ts'
import { driftDefinitions } from './drift.ts'
import { errorDefinitions } from './errors.ts'
import { inequalityDefinitions } from './inequality.ts'
import { parityDefinitions } from './parities.ts'
import { compositeDefinitions, rateDefinitions } from './rates.ts'
import { scoreDefinitions } from './scores.ts'

/** Every measure by its kind: of cells, of residuals, of scores, of two samples; in the order in which a page would show them. */
export const metricDefinitions: readonly MetricDefinition[] = [
  ...rateDefinitions,
  ...compositeDefinitions,
  ...parityDefinitions,
  ...conditionalDefinitions,
  ...inequalityDefinitions,
  ...errorDefinitions,
  ...scoreDefinitions,
  ...driftDefinitions,
]

const byName = new Map(
  metricDefinitions.flatMap((it) => [it.id, it.name, ...it.aliases].map((name) => [plain(name), it] as const)),
)

/** The definition by id, name or alias, whatever its case, hyphens or underscores; null when there is none. */
export function metricDefinition(name: string): MetricDefinition | null {
  return byName.get(plain(name)) ?? null
}

/** What a sentence calls a measure: the name of its definition ("true positive rate"), or the id itself where it has none. */
export function metricWords(id: string): string {
  const name = metricDefinition(id)?.name ?? id.replaceAll('_', ' ')
  // Names of people and letters that stand for themselves keep their capital.
  return /^(Matthews|[A-Z][A-Z0-9])/.test(name) ? name : `${name.charAt(0).toLowerCase()}${name.slice(1)}`
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ')
    .trim()
}
