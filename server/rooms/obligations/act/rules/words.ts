// What the questions about the EU AI Act may be answered with. Letters and points are those of the Act.

export const reaches = ['in-union', 'output-in-union', 'outside'] as const
export type Reach = (typeof reaches)[number]

/** Uses that Art. 2 takes out of the Act. */
export const exclusions = ['military', 'research-only', 'personal-use'] as const
export type Exclusion = (typeof exclusions)[number]

/** What the organization does with this system; the roles of the Act follow from it, apart from those of ISO/IEC 22989. */
export const supplyFacts = [
  'own-name',
  'uses',
  'imports',
  'distributes',
  'manufactures-product',
  'represents',
  'rebrands',
  'modifies-substantially',
  'changes-purpose',
] as const
export type SupplyFact = (typeof supplyFacts)[number]

export const actRoles = [
  'provider',
  'deployer',
  'importer',
  'distributor',
  'authorised-representative',
  'product-manufacturer',
  'gpai-provider',
] as const
export type ActRole = (typeof actRoles)[number]

export const practices = [
  '5(1)(a)',
  '5(1)(b)',
  '5(1)(c)',
  '5(1)(d)',
  '5(1)(e)',
  '5(1)(f)',
  '5(1)(g)',
  '5(1)(h)',
  '5(1)(ba)',
  '5(1)(bb)',
] as const
export type Practice = (typeof practices)[number]

export const annexIParts = ['section-a', 'section-b'] as const
export type AnnexIPart = (typeof annexIParts)[number]

/** Annex III by point and letter. */
export const annexIiiUses = [
  '1(a)',
  '1(b)',
  '1(c)',
  '2',
  '3(a)',
  '3(b)',
  '3(c)',
  '3(d)',
  '4(a)',
  '4(b)',
  '5(a)',
  '5(b)',
  '5(c)',
  '5(d)',
  '6(a)',
  '6(b)',
  '6(c)',
  '6(d)',
  '6(e)',
  '7(a)',
  '7(b)',
  '7(c)',
  '7(d)',
  '8(a)',
  '8(b)',
] as const
export type AnnexIiiUse = (typeof annexIiiUses)[number]

/** The four conditions of Art. 6(3); one of them is enough where no person is profiled. */
export const exceptions = ['6(3)(a)', '6(3)(b)', '6(3)(c)', '6(3)(d)'] as const
export type Exception = (typeof exceptions)[number]

export const profilings = ['yes', 'no', 'unknown'] as const
export type Profiling = (typeof profilings)[number]

export const transparencyFacts = [
  'talks-to-people',
  'generates-content',
  'emotion-or-biometric',
  'deep-fake',
  'public-interest-text',
] as const
export type TransparencyFact = (typeof transparencyFacts)[number]

export const transparencyExceptions = [
  'obvious',
  'standard-editing',
  'editorial-responsibility',
  'crime-by-law',
] as const
export type TransparencyException = (typeof transparencyExceptions)[number]

export const gpaiFacts = ['none', 'model', 'systemic-model'] as const
export type GpaiFact = (typeof gpaiFacts)[number]

/** How the system is classed; a model for general purposes is answered beside it. */
export const actClasses = ['outside', 'prohibited', 'high-risk', 'exempted', 'transparency', 'minimal'] as const
export type ActClass = (typeof actClasses)[number]

/** The role words of the catalogue for ours. */
export const catalogueActor = {
  provider: 'provider',
  deployer: 'deployer',
  importer: 'importer',
  distributor: 'distributor',
  'authorised-representative': 'authorised_representative',
  'product-manufacturer': 'product_manufacturer',
  'gpai-provider': 'gpai_provider',
} as const satisfies Record<ActRole, string>
