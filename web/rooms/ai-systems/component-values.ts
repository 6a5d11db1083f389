import type { Component, Kind } from './words.ts'

const common = [
  'name',
  'reference',
  'purpose',
  'description',
  'supplier',
  'location',
  'licence',
  'owner',
  'unit',
] as const
const ofKind = {
  model: ['provenance', 'task', 'architecture'],
  dataset: [
    'origin',
    'acquisition',
    'rights',
    'personalData',
    'dataSubjects',
    'amount',
    'collectedFrom',
    'collectedTo',
    'countries',
    'retention',
    'preparation',
    'uses',
  ],
  prompt: [],
  agent: ['autonomy', 'tools', 'limits', 'humanApproval'],
} as const satisfies Record<Kind, readonly string[]>

type Lists = 'countries' | 'uses' | 'tools'
type Texts = Exclude<(typeof common)[number] | (typeof ofKind)[Kind][number], Lists>
export type ComponentValues = { kind: Kind } & Record<Texts, string> & Record<Lists, string[]>

export const blankValues: ComponentValues = {
  kind: 'model',
  name: '',
  reference: '',
  purpose: '',
  description: '',
  supplier: '',
  location: '',
  licence: '',
  owner: '',
  unit: '',
  provenance: '',
  task: '',
  architecture: '',
  origin: '',
  acquisition: '',
  rights: '',
  personalData: '',
  dataSubjects: '',
  amount: '',
  collectedFrom: '',
  collectedTo: '',
  countries: [],
  retention: '',
  preparation: '',
  uses: [],
  autonomy: '',
  tools: [],
  limits: '',
  humanApproval: '',
}

export function valuesOf(component: Component): ComponentValues {
  const plain = [...common, ...ofKind[component.kind]].filter((name) => name !== 'owner' && name !== 'unit')
  const filled = Object.fromEntries(plain.map((name) => [name, component[name] ?? blankValues[name]]))
  const { kind, owner, unit } = component
  return { ...blankValues, ...filled, kind, owner: owner?.id ?? '', unit: unit?.id ?? '' }
}

/** Chosen from a list or a calendar, so that nothing chosen is null and not an empty text. */
const nullable: readonly string[] = [
  'owner',
  'unit',
  'provenance',
  'acquisition',
  'personalData',
  'collectedFrom',
  'collectedTo',
  'autonomy',
]

/** What the API takes for this kind: the fields of the other kinds are left out. */
export function bodyOf(kind: Kind, values: Partial<ComponentValues>): object {
  const names: readonly string[] = [...common, ...ofKind[kind]]
  const given = Object.entries(values).filter(([name, value]) => names.includes(name) && value !== undefined)
  const taken = given.map(([name, value]) => [name, nullable.includes(name) && value === '' ? null : value])
  return { ...Object.fromEntries(taken), kind }
}
