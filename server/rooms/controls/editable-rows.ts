import { sql } from 'kysely'
import { z } from 'zod'
import type { EditableList, EditableRow, Given, ListChange, Step } from '#platform/lists/index.ts'
import { asReasons } from './read-rows.ts'
import { asDecision } from './rows.ts'
import type { InclusionReason, ReasonKind } from './rules/applicability.ts'
import { nameRequirement } from './store.ts'

const Reasons = z.array(z.object({ kind: z.string(), ref: z.string().nullable(), words: z.string() }))
const Decided = z.object({ decision: z.string(), reasons: Reasons, exclusion: z.string().nullable() })
type Decided = z.infer<typeof Decided>

function decidedIn(row: EditableRow | undefined): Decided {
  return Decided.parse(row?.values['decision']?.value ?? { decision: 'undecided', reasons: [], exclusion: null })
}

function deciding(body: Given): Step {
  return { method: 'PATCH', below: '', body }
}

/** As the row was decided before, in the words of that time. */
const back: ListChange['back'] = (before) => {
  const { decision, reasons, exclusion } = Decided.parse(before)
  if (decision === 'included') return deciding({ decision, reasons })
  return deciding(decision === 'excluded' ? { decision, reason: exclusion ?? '' } : { decision })
}

/** Included for one reason more, beside those that the row has; `record` is the one that the reason rests on. */
function includingFor(kind: ReasonKind, register: string): ListChange {
  const reasonOf = ({ record = null, words }: Given) => ({
    kind,
    ref: typeof record === 'string' ? `${register}:${record}` : null,
    words,
  })
  const has = (one: { kind: string; ref: string | null; words: string }, { ref, words }: Given) =>
    one.kind === kind && one.ref === ref && one.words === words
  return {
    changes: 'decision',
    step: (given, row) => deciding({ decision: 'included', reasons: [...decidedIn(row).reasons, reasonOf(given)] }),
    same: (given, row) => decidedIn(row).reasons.some((one) => has(one, reasonOf(given))),
    back,
  }
}

const excluding: ListChange = {
  changes: 'decision',
  step: ({ reason }) => deciding({ decision: 'excluded', reason }),
  same: ({ reason }, row) => decidedIn(row).exclusion === reason,
  back,
}

const leavingOpen: ListChange = {
  changes: 'decision',
  step: () => deciding({ decision: 'undecided' }),
  same: (_given, row) => decidedIn(row).decision === 'undecided',
  back,
}

/** What can be decided for many rows of a draft at once, each by the rules of a single decision. A status is computed. */
export const editableRows: EditableList = {
  list: '/applicability-rows',
  record: '/statements-of-applicability/:id/rows/:row',
  kind: 'statement-of-applicability',
  permission: 'controls:decide',
  changes: {
    includeForRisk: includingFor('risk', 'risk'),
    includeForLaw: includingFor('law', 'obligation'),
    includeForContract: includingFor('contract', 'obligation'),
    includeForObjective: includingFor('objective', ''),
    exclude: excluding,
    leaveOpen: leavingOpen,
  },
  async read(tx, org, ids) {
    const rows = await tx
      .selectFrom('applicability_rows')
      .select(['id', 'version', 'statement_id', 'requirement', 'decision', 'reasons', 'exclusion'])
      .where('org_id', '=', org)
      .where('id', '=', sql<string>`any(${ids}::uuid[])`)
      .execute()
    return rows.map(({ id, version, statement_id, requirement, exclusion, ...row }) => {
      const reasons: InclusionReason[] = asReasons(row.reasons).map(({ kind, ref, words }) => ({ kind, ref, words }))
      const decision = asDecision(row.decision)
      const said = decision === 'excluded' ? [exclusion ?? ''] : reasons.map(({ words }) => words)
      const { ref, title } = nameRequirement(requirement)
      return {
        id,
        version,
        name: `${ref} ${title}`,
        at: { id: statement_id, row: id },
        values: { decision: { value: { decision, reasons, exclusion }, shown: [decision, ...said].join(', ') } },
      }
    })
  },
}
