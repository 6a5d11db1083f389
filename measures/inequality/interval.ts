import { bootstrapAll, type Bootstrapped, type BootstrapOptions } from '../bootstrap/bootstrap.ts'
import type { CellTable } from '../cells.ts'
import { coefficientOfVariation, decomposeEntropy, generalisedEntropy, theil } from './inequality.ts'
import { totalOf } from '../tables.ts'

/** The inequality of everybody's benefits with intervals; `betweenGroups` is the part of Theil's index that lies between the table's groups. */
export type Inequality = {
  theil: Bootstrapped
  betweenGroups: Bootstrapped
  coefficientOfVariation: Bootstrapped
  entropies: (Bootstrapped & { alpha: number })[]
}

/**
 * Inequality indices with percentile intervals by the bootstrap over cells, all from the same replicates. The part between groups is never
 * below 0, so its interval never reaches 0 and says nothing on whether groups differ: test that by homogeneity.
 * @throws RangeError for malformed cells, alphas or options.
 */
export function inequalityOf(
  table: CellTable,
  { alphas = [2], ...options }: BootstrapOptions & { alphas?: number[] } = {},
): Inequality {
  for (const alpha of alphas) generalisedEntropy({ tp: 1, fp: 0, fn: 0, tn: 0 }, alpha)
  const [whole, between, variation, ...entropies] = bootstrapAll(
    table,
    [
      (it) => theil(totalOf(it)).value,
      (it) => decomposeEntropy(it.cells, 1).between.value,
      (it) => coefficientOfVariation(totalOf(it)).value,
      ...alphas.map((alpha) => (it: CellTable) => generalisedEntropy(totalOf(it), alpha).value),
    ],
    options,
  )
  if (!whole || !between || !variation) throw new Error('the bootstrap gave fewer numbers than it was asked for')
  return {
    theil: whole,
    betweenGroups: between,
    coefficientOfVariation: variation,
    entropies: entropies.map((entropy, i) => ({ ...entropy, alpha: alphas[i] ?? 0 })),
  }
}
