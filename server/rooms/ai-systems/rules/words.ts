/** The words of this room: every closed set of values, in the order in which it is offered. */

export const states = [
  'proposed',
  'approved',
  'in-development',
  'verified',
  'in-use',
  'suspended',
  'retired',
  'dismissed',
] as const
export type State = (typeof states)[number]

/** How the organization comes to have the system. */
export const provenances = ['built', 'fine-tuned', 'bought', 'by-api', 'embedded'] as const
export type Provenance = (typeof provenances)[number]

/** Levels of automation after ISO/IEC 22989, from suggesting to acting unattended. */
export const autonomyLevels = ['assistive', 'partial', 'conditional', 'high', 'full', 'autonomous'] as const
export type Autonomy = (typeof autonomyLevels)[number]

/** What the system has to do with decisions about individual persons. */
export const individualDecisions = ['none', 'supports', 'decides'] as const
export type IndividualDecisions = (typeof individualDecisions)[number]

export const scopes = ['undecided', 'in', 'out'] as const
export type Scope = (typeof scopes)[number]

/** The six heads of ISO/IEC 22989; customer and user are one head. */
export const iso22989Roles = ['provider', 'producer', 'customer', 'partner', 'subject', 'relevant-authority'] as const
export type Iso22989Role = (typeof iso22989Roles)[number]

/** The actors of Regulation (EU) 2024/1689; not the words of ISO/IEC 22989, and kept apart from them. */
export const euAiActRoles = [
  'provider',
  'deployer',
  'importer',
  'distributor',
  'authorised-representative',
  'product-manufacturer',
  'gpai-provider',
] as const
export type EuAiActRole = (typeof euAiActRoles)[number]

/** Kinds of data that go into the system or that it learns from. */
export const dataClasses = [
  'public',
  'internal',
  'confidential',
  'strictly-confidential',
  'personal',
  'special-category',
] as const
export type DataClass = (typeof dataClasses)[number]

export const intakeStates = ['open', 'accepted', 'dismissed'] as const
export type IntakeState = (typeof intakeStates)[number]

/** What a system needs besides data: A.4.4, A.4.5 and A.4.6. */
export const resourceKinds = ['tooling', 'computing', 'people'] as const
export type ResourceKind = (typeof resourceKinds)[number]

export const componentKinds = ['model', 'dataset', 'prompt', 'agent'] as const
export type ComponentKind = (typeof componentKinds)[number]

export const modelProvenances = ['trained', 'fine-tuned', 'obtained', 'by-api'] as const
export const acquisitions = ['collected', 'bought', 'public', 'partner', 'generated', 'derived'] as const
export const personalData = ['none', 'personal', 'special-category'] as const
export const datasetUses = ['training', 'validation', 'test', 'production', 'retrieval'] as const
export const versionStates = ['draft', 'current', 'superseded', 'withdrawn'] as const
export type VersionState = (typeof versionStates)[number]

export const relations = ['uses', 'calls', 'derived-from', 'trained-on', 'fine-tuned-from', 'evaluated-on'] as const
export type Relation = (typeof relations)[number]
