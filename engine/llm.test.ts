import { afterAll, describe, expect, it } from 'vitest'
import type { PlanInput } from './plan.ts'
import { problemsOf, resultOf, runOf, scratch } from './testing.ts'

const at = scratch()
afterAll(at.remove)

type Checks = Extract<PlanInput, { kind: 'llm' }>['checks']
type Finding = { check: string; rule: string; unasked: number; measures: { name: string; value: number | null }[] }
type Written = { findings: Finding[]; withoutOutput: { column: string; rows: number } }

const plan = (checks: Checks, columns: object = {}): PlanInput => ({
  kind: 'llm',
  columns: { output: 'said', ...columns },
  checks,
})

describe('a plan about outputs', () => {
  it('asks whether they fit a JSON Schema, between fences where it says so', async () => {
    const file = at.write('json.csv', 'said\n"{""a"": 1}"\n"```json\n{""a"": 2}\n```"\n"{""a"": ""x""}"\nno\n')
    const schema = { type: 'object', properties: { a: { type: 'number' } } }
    const strict = resultOf<Written>(await runOf(at, plan([{ check: 'schema-valid', schema }]), file))
    const fenced = resultOf<Written>(await runOf(at, plan([{ check: 'schema-valid', schema, fenced: true }]), file))
    expect([strict, fenced].map(({ findings }) => findings[0]?.measures[0]?.value)).toEqual([0.25, 0.5])
  })

  it('is refused with a schema that is none', async () => {
    const file = at.write('none.csv', 'said\nx\n')
    const problems = await problemsOf(at, plan([{ check: 'schema-valid', schema: { type: 'nonsense' } }]), file)
    expect(problems.join()).toContain('checks.0.schema: is no JSON Schema')
  })

  it('counts rows without an output under the name of their column', async () => {
    const run = await runOf(
      at,
      plan([{ check: 'empty' }, { check: 'length' }]),
      at.write('gaps.csv', 'said,n\nx,1\n,2\n,3\n'),
    )
    expect(resultOf<Written>(run).withoutOutput).toEqual({ column: 'said', rows: 2 })
    expect(run.warnings.join()).toContain('2 rows have no value in "said"')
    expect(resultOf<Written>(run).findings.map(({ check, unasked }) => [check, unasked])).toEqual([
      ['empty', 0],
      ['length', 2],
    ])
  })

  it('tells who wins duels that a judge has decided', async () => {
    const duels = ['a,b,a', 'a,b,a', 'b,a,b', 'a,b,tie']
    const file = at.write('duels.csv', `said,mine,other,judge\n${duels.map((it) => `x,${it}`).join('\n')}\n`)
    const columns = { variant: 'mine', opponent: 'other', judge: 'judge' }
    const { findings } = resultOf<Written>(await runOf(at, plan([{ check: 'win-rates', seed: 7 }], columns), file))
    const shares = findings[0]?.measures.filter(({ name }) => name.startsWith('win_share'))
    expect(shares?.map(({ name, value }) => [name, value])).toEqual([
      ['win_share: a', 0.625],
      ['win_share: b', 0.375],
    ])
  })

  it('smooths BLEU as it says', async () => {
    const file = at.write('bleu.csv', 'said,truth\nthe cat sat here quietly,the cat sat on the mat\n')
    const { findings } = resultOf<Written>(
      await runOf(
        at,
        plan([{ check: 'bleu' }, { check: 'bleu', smoothing: { method: 'floor', value: 0.1 } }], { expected: 'truth' }),
        file,
      ),
    )
    expect(findings.map(({ rule }) => rule)).toEqual([
      expect.stringContaining('smoothing exp'),
      expect.stringContaining('smoothing floor(0.1)'),
    ])
    expect(findings[0]?.measures[0]?.value).not.toBe(findings[1]?.measures[0]?.value)
  })
})
