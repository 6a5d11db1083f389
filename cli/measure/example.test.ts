import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const file = (name: string) => fileURLToPath(new URL(`../${name}`, import.meta.url))

it('measures the example that the documents show: its planted gap breaks both limits', () => {
  const example = ['examples/invitations.csv', '--plan', 'examples/invitations-plan.yaml', '--json']
  const { status, stdout } = spawnSync(process.execPath, [file('assay.js'), 'measure', 'fairness', ...example], {
    cwd: file('.'),
    encoding: 'utf8',
  })
  const { data, attributes } = JSON.parse(stdout)
  expect(status).toBe(1)
  expect(data.rowsUsed).toBe(1600)
  expect(attributes[0].verdict).toBe('fail')
  expect(attributes[0].summary.disparate_impact).toBeCloseTo(0.6626, 4)
})
