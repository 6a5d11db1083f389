import { type Framework, framework, mappingsOf, type Requirement, readinessRule, requirement } from '@assay/frameworks'
import type { FrameworkView, RequirementItem, RequirementView } from './contract.ts'

/** A framework as the wire carries it: plain copies, since the catalogue's own objects are frozen. */
export function frameworkView(it: Framework): FrameworkView {
  const {
    id,
    title,
    short,
    publisher,
    edition,
    published,
    status,
    kind,
    certifiable,
    supersededBy,
    wording,
    licence,
    checkedOn,
  } = it
  const lists = {
    editions: [...it.editions],
    amendments: [...it.amendments],
    notes: [...it.notes],
    counts: { ...it.counts },
  }
  return {
    id,
    title,
    short,
    publisher,
    edition,
    published,
    status,
    kind,
    certifiable,
    supersededBy,
    wording,
    licence,
    checkedOn,
    ...lists,
  }
}

export function requirementItem({
  key,
  framework: of,
  ref,
  title,
  kind,
  parent,
  depth,
  heading,
  intent,
}: Requirement): RequirementItem {
  return { key, framework: of, ref, title, kind, parent, depth, heading, intent }
}

/** Everything known about one requirement, but for the organization's own licensed text. */
export function requirementView(it: Requirement): Omit<RequirementView, 'licensedText'> {
  const { law, documentedInformation: information } = it
  return {
    ...requirementItem(it),
    owner: it.owner ?? null,
    evidence: [...(it.evidence ?? [])],
    ask: it.ask ?? null,
    applies: it.applies ? { ...it.applies } : null,
    documentedInformation: information ? { demand: information.demand, what: [...information.what] } : null,
    law: law
      ? {
          article: law.article,
          appliesFrom: law.appliesFrom,
          effectiveFrom: law.effectiveFrom,
          amended2026: law.amended2026,
        }
      : null,
    proof: proofOf(it),
    mappings: mappingsOf(it.framework, it.ref).map(({ from: _from, to, strength: _strength, ...mapping }) => ({
      ...mapping,
      to: { ...to },
    })),
    editions: editionsOf(it),
  }
}

function proofOf({ framework: of, ref }: Requirement): RequirementView['proof'] {
  const rule = of === 'ISO-42001-2023' ? readinessRule(ref) : undefined
  return (rule?.levels ?? []).map((level) => ({
    level,
    provedBy: rule?.provedBy[level] ?? '',
    next: rule?.next[level] ?? '',
  }))
}

/** The same number in the other editions of the text, so that they can be read side by side. */
function editionsOf({ framework: of, ref }: Requirement): RequirementView['editions'] {
  const others = (framework(of)?.editions ?? []).filter((edition) => edition !== of)
  return others.map((edition) => {
    const twin = requirement(edition, ref)
    return { framework: edition, key: twin?.key ?? null, title: twin?.title ?? null }
  })
}
