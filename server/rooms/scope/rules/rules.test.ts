import { describe, expect, it, test } from 'vitest'
import type { Element, NamedRef, ScopedSystem } from '../model.ts'
import { compare, type Compared, type Comparison } from './agreement.ts'
import { certificateWording } from './certificate.ts'

const element = (
  ref: string,
  name: string,
  decision: Element['decision'] = 'in',
  more: Partial<Element> = {},
): Element => {
  const [kind = ''] = ref.split(':')
  if (kind !== 'unit' && kind !== 'site' && kind !== 'activity' && kind !== 'role') throw new Error(ref)
  return { ref, name, kind, decision, reason: '', decidedOn: null, decidedBy: null, version: 1, gone: false, ...more }
}
const system = (name: string, more: Partial<ScopedSystem> = {}): ScopedSystem => ({
  ref: `ai-system:${name}`,
  name,
  scope: 'in',
  reason: '',
  concernsPeople: false,
  unit: null,
  roles: [],
  ...more,
})
const document = { ref: 'document:1', name: 'Scope' }
const wording = (text: string | null, inside: NamedRef[] | null = null) => ({
  document,
  text,
  inside,
  effectiveOn: '2026-03-01',
})
const statement = { ref: 'statement-of-applicability:2', name: 'Statement, version 2', approvedOn: '2026-03-05' }
const everywhere = { organizationWide: true, controls: [] }
const credit = { ref: 'unit:1', name: 'Credit' }
const provider = { ref: 'role:provider', name: 'AI provider' }

const settled: Compared = {
  elements: [element('unit:1', 'Credit'), element('site:Hamburg', 'Hamburg')],
  systems: [system('Credit model', { unit: credit, roles: [provider] })],
  wording: wording('Credit, in Hamburg: the credit\nmodel.'),
  statement,
  coverage: everywhere,
}

const found = (it: Partial<Compared>, other: Comparison['with']) =>
  compare({ ...settled, ...it }).find((one) => one.with === other)

test('where all say the same nothing differs, and the audit plan is said not to be kept here', () => {
  expect(compare(settled).map((one) => [one.with, one.state])).toEqual([
    ['inventory', 'agrees'],
    ['wording', 'agrees'],
    ['statement', 'agrees'],
    ['audit-plan', 'not-recorded'],
  ])
})

test('without an approved wording or statement there is nothing to compare with, and that does not pass', () => {
  expect(found({ wording: null }, 'wording')?.state).toBe('missing')
  expect(found({ statement: null }, 'statement')?.state).toBe('missing')
})

const left = (ref: string, name: string) => element(ref, name, 'out', { reason: 'Run by our sister company' })
const covering = (...systems: { ref: string; name: string }[]) => ({
  organizationWide: false,
  controls: [{ ref: 'applied-control:1', name: 'Review', systems }],
})
const spam = system('Spam filter', { scope: 'out', reason: 'Run by the landlord' })

describe('each difference is found and named', () => {
  it.each<[string, Comparison['with'], Partial<Compared>, object]>([
    [
      'a unit nobody decided on',
      'inventory',
      { elements: [element('unit:2', 'Sales', 'undecided')] },
      { kind: 'element-undecided', ref: 'unit:2', name: 'Sales' },
    ],
    [
      'a decided site that is there no longer',
      'inventory',
      { elements: [element('site:Lyon', 'Lyon', 'in', { gone: true })] },
      { kind: 'element-gone', ref: 'site:Lyon', name: 'Lyon' },
    ],
    [
      'a system nobody decided on',
      'inventory',
      { systems: [system('Chatbot', { scope: 'undecided' })] },
      { kind: 'system-undecided', ref: 'ai-system:Chatbot', name: 'Chatbot' },
    ],
    [
      'a system whose unit is outside',
      'inventory',
      { elements: [left('unit:1', 'Credit')] },
      { kind: 'unit-outside', ref: 'ai-system:Credit model', name: 'Credit model', other: credit },
    ],
    [
      'a system whose role is outside',
      'inventory',
      { elements: [left('role:provider', 'AI provider')] },
      { kind: 'role-outside', ref: 'ai-system:Credit model', name: 'Credit model', other: provider },
    ],
    [
      'what the wording does not name',
      'wording',
      { wording: wording('Credit, in Hamburg: the credit models.') },
      { kind: 'not-in-wording', ref: 'ai-system:Credit model', name: 'Credit model' },
    ],
    [
      'what the wording names though it is out now',
      'wording',
      { systems: [spam], wording: wording('Credit, Hamburg, spam filter', [spam]) },
      { kind: 'inside-no-longer', ref: 'ai-system:Spam filter', name: 'Spam filter' },
    ],
    ['a wording that is a file', 'wording', { wording: wording(null) }, { kind: 'wording-is-a-file', ...document }],
    [
      'a statement older than the wording',
      'statement',
      { statement: { ...statement, approvedOn: '2026-02-28' } },
      { kind: 'statement-older', ref: statement.ref, name: statement.name, other: document },
    ],
    [
      'a control for a system that is out',
      'statement',
      { systems: [spam], coverage: covering(spam) },
      {
        kind: 'control-for-outside',
        ref: 'applied-control:1',
        name: 'Review',
        other: expect.objectContaining({ name: 'Spam filter' }),
      },
    ],
    [
      'a system that no control covers',
      'statement',
      { coverage: covering() },
      { kind: 'no-control', ref: 'ai-system:Credit model', name: 'Credit model' },
    ],
  ])('%s', (_case, other, it, difference) => {
    expect(found(it, other)).toEqual({ with: other, state: 'differs', differences: [difference] })
  })

  it('an element that was decided on and is out, or a system that is out, is no difference', () => {
    const it = { elements: [left('unit:2', 'Sales')], systems: [spam] }
    expect(found(it, 'inventory')?.state).toBe('agrees')
  })
})

describe('the wording for the certificate', () => {
  const said = (it: Partial<Parameters<typeof certificateWording>[0]>) =>
    certificateWording({ organization: 'Northwind', elements: [], systems: [], statement: null, ...it })

  it('names what is inside, part by part, and the statement that applies', () => {
    const elements = [
      element('activity:1', 'development of AI systems'),
      element('activity:2', 'use of AI systems'),
      element('role:provider', 'AI provider'),
      element('unit:1', 'Credit'),
      left('unit:2', 'Sales'),
      element('site:Hamburg', 'Hamburg'),
    ]
    const systems = [system('Credit model'), system('Hiring tool'), spam]
    expect(said({ elements, systems, statement: { number: 2 } })).toEqual({
      wording:
        'The AI management system of Northwind covers development of AI systems and use of AI systems, for the AI systems Credit model and Hiring tool, in the role of AI provider, by Credit, at Hamburg, in line with version 2 of the Statement of Applicability.',
      german:
        'Das KI-Managementsystem von Northwind umfasst development of AI systems und use of AI systems, für die KI-Systeme Credit model und Hiring tool, in der Rolle KI-Anbieter, durch Credit, an den Standorten Hamburg, gemäß Version 2 der Erklärung zur Anwendbarkeit.',
      lacks: [],
    })
  })

  it('says how many systems where a sentence cannot hold their names', () => {
    const systems = Array.from({ length: 9 }, (_, index) => system(`System ${index}`))
    expect(said({ systems }).wording).toContain('for the 9 AI systems of its register that are in scope')
  })

  it('says of what nothing is inside, as far as there is something to decide', () => {
    expect(said({ elements: [element('site:Lyon', 'Lyon', 'undecided')] }).lacks).toEqual([
      'activity',
      'system',
      'site',
    ])
  })
})
