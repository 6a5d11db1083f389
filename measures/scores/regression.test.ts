import { describe, expect, it } from 'vitest'
import { regressionDifferences, regressionPerformance, type RegressionSums } from './regression.ts'

function sumsOf(pairs: readonly (readonly [label: number, prediction: number])[], key = ['a']): RegressionSums {
  const scale = 1000
  const whole = (value: number) => BigInt(Math.round(value * scale))
  const sum = { residuals: 0n, absolute: 0n, squares: 0n, labels: 0n, labelSquares: 0n }
  for (const [label, prediction] of pairs) {
    const [e, y] = [whole(label - prediction), whole(label)]
    sum.residuals += e
    sum.absolute += e < 0n ? -e : e
    sum.squares += e * e
    sum.labels += y
    sum.labelSquares += y * y
  }
  return { key, rows: pairs.length, scale, ...sum }
}

const first = [
  [3, 2.5],
  [-0.5, 0],
  [2, 2],
  [7, 8],
] as const
const second = [
  [1, 1.5],
  [2, 4],
  [3, 3.25],
  [8, 9],
  [5, 5],
] as const

describe('the errors of a regression', () => {
  // The example of scikit-learn's documentation: MAE 0.5, MSE 0.375, R² 0.948….
  it('are those of the definitions', () => {
    const { mae, rmse, r2, meanResidual } = regressionPerformance(sumsOf(first))
    expect(mae.value).toBeCloseTo(0.5, 12)
    expect(rmse.value).toBeCloseTo(Math.sqrt(0.375), 12)
    expect(r2.value).toBeCloseTo(0.9486081370449679, 12)
    expect(meanResidual.value).toBeCloseTo(-0.25, 12)
  })

  it('have the interval of Student', () => {
    // Residuals 0.5, −0.5, 0, −1: variance 5/12, three degrees of freedom, t = 3.182446.
    const { meanResidual } = regressionPerformance(sumsOf(first))
    const width = 3.182446305284263 * Math.sqrt(5 / 12 / 4)
    expect(meanResidual.low).toBeCloseTo(-0.25 - width, 9)
    expect(meanResidual.high).toBeCloseTo(-0.25 + width, 9)
  })

  it('are undefined with the reason where there is nothing to measure', () => {
    expect(regressionPerformance(sumsOf([]))).toMatchObject({ mae: { value: null, reason: 'there are no rows' } })
    expect(
      regressionPerformance(
        sumsOf([
          [4, 3],
          [4, 5],
        ]),
      ).r2,
    ).toMatchObject({ value: null, reason: 'all labels are equal' })
    expect(regressionPerformance(sumsOf([[4, 3]])).mae).toMatchObject({ value: 1, low: null })
  })

  it('lose no digit where large labels cancel', () => {
    const far = first.map(([label, prediction]) => [label + 1e9, prediction + 1e9] as const)
    expect(regressionPerformance(sumsOf(far)).r2.value).toBeCloseTo(0.9486081370449679, 9)
  })

  it('refuse sums that cannot be of the same rows', () => {
    expect(() => regressionPerformance({ ...sumsOf(first), squares: 1n })).toThrow(RangeError)
    expect(() => regressionPerformance({ ...sumsOf(first), scale: 0 })).toThrow(/scale/)
  })
})

describe('the difference of two groups', () => {
  it('is tested by Welch', () => {
    const [, residual] = regressionDifferences(sumsOf(first), sumsOf(second, ['b']))
    const [own, other] = [5 / 12 / 4, 0.625 / 5]
    expect(residual?.value).toBeCloseTo(-0.25 + 0.75, 12)
    expect(residual?.t).toBeCloseTo(0.5 / Math.sqrt(own + other), 9)
    expect(residual?.df).toBeCloseTo((own + other) ** 2 / (own ** 2 / 3 + other ** 2 / 4), 9)
    expect(residual?.p).toBeGreaterThan(0.2)
  })

  it('is undefined for a group of one row', () => {
    const [mae] = regressionDifferences(sumsOf([[1, 2]]), sumsOf(second, ['b']))
    expect(mae).toMatchObject({ p: null, low: null, reason: 'a group of one row has no spread' })
  })
})
