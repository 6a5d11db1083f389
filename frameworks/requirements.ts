import { catalogueOf } from './catalogues.ts'
import { deepFreeze, once } from './load.ts'
import { parseRequirementKey, type Requirement } from './requirement.ts'

const iso42001 = 'ISO-42001-2023'

/** A framework's nodes as a tree in document order (`parent` and `depth` tell the shape); empty for an unknown framework. */
export function requirementsOf(frameworkId: string): readonly Requirement[] {
  return catalogueOf(frameworkId)?.requirements ?? []
}

/** One node of a framework, undefined where there is none. */
export function requirement(frameworkId: string, ref: string): Requirement | undefined {
  return catalogueOf(frameworkId)?.byRef.get(ref)
}

/** The node that a key such as `ISO-42001-2023/6.1.2` names, undefined where it names none. */
export function requirementByKey(key: string): Requirement | undefined {
  const parts = parseRequirementKey(key)
  return parts && requirement(parts.framework, parts.ref)
}

/** The nodes directly below one, in document order. */
export function childrenOf(frameworkId: string, ref: string): readonly Requirement[] {
  return requirementsOf(frameworkId).filter((one) => one.parent === ref)
}

const clauses = once(() =>
  deepFreeze(requirementsOf(iso42001).filter((one) => one.kind === 'clause' && one.documentedInformation)),
)
const controls = once(() => deepFreeze(requirementsOf(iso42001).filter((one) => one.kind === 'control')))

/** The 32 clauses of ISO/IEC 42001 that an auditor checks one by one; none of them can be excluded. */
export function auditableClauses(): readonly Requirement[] {
  return clauses()
}

/** The 38 controls of Annex A, each of which the Statement of Applicability answers. */
export function annexAControls(): readonly Requirement[] {
  return controls()
}
