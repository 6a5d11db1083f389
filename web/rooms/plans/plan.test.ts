import { describe, expect, it } from 'vitest'
import { dependencyChange } from './plan.ts'

const now = ['policy', 'scope']

describe('what a person says about the tasks that one waits for', () => {
  it.each([
    ['nothing, where the rules are followed', { after: ['scope', 'policy'], asRules: false }, undefined, {}],
    ['another set', { after: ['policy'], asRules: false }, undefined, { dependsOn: ['policy'] }],
    ['that it waits for nothing', { after: [], asRules: false }, undefined, { dependsOn: [] }],
    ['what was said before, while it stays', { after: now, asRules: false }, now, { dependsOn: now }],
    ['nothing any more, where the rules are to hold again', { after: now, asRules: true }, now, {}],
  ])('is %s', (_what, values, said, expected) => {
    expect(dependencyChange(values, now, said)).toEqual(expected)
  })
})
