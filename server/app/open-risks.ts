import { requirementKey } from '@assay/frameworks'
import type { OpenRisks } from '#rooms/controls/index.ts'
import { risksNamingControls } from '#rooms/risks/index.ts'

/** Which open risks name which control of Annex A, for the Statement of Applicability. */
export const openRisks: OpenRisks = async (tx, org) => {
  const named = await risksNamingControls(tx, org)
  const byControl = Map.groupBy(named, ({ control }) => requirementKey('ISO-42001-2023', control))
  return new Map([...byControl].map(([key, risks]) => [key, risks.map(({ ref, name }) => ({ ref, name }))]))
}
