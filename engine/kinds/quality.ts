import {
  combineVerdicts,
  columnsOf,
  characteristicOf,
  findingOf,
  judgeRequirements,
  type QualityCheck,
  type QualityFinding,
  type QualityResult,
  type Requirement,
} from '@assay/measures'
import { named, names, type Said } from '@assay/measures/messages'
import { columnNamed, conditionOf, filterOf } from '../count/resolve.ts'
import type { FileSource } from '../duckdb/open-source.ts'
import type { Session } from '../duckdb/session.ts'
import { say, warningsOfNobody } from '../messages.ts'
import type { QualityPlan } from '../plan.ts'
import type { QualityCheckPlan } from '../quality-checks.ts'
import { countingOf, type Relations } from '../quality/query-for.ts'
import type { Relation } from '../quality/expressions.ts'
import { quoted } from '../quality/parameters.ts'
import { refuse, Refused } from '../sources/problem.ts'
import { Statement } from '../sql/statement.ts'
import { answered, reasonsFor } from './reasons-for.ts'
import type { Measured, RowUse } from './measured.ts'
import { requirementOf } from './requirement.ts'
import { usualChecks } from './usual-checks.ts'

/** Measures data against what is asked of them. */
export async function measureQuality(
  plan: QualityPlan,
  sources: FileSource[],
  { session, sha256 }: { session: Session; sha256: () => Promise<string> },
): Promise<Measured> {
  const data = sources.find(({ role }) => role === 'data') ?? refuse('data', 'is missing')
  const other = sources.find(({ role }) => role === 'train' || role === 'test')
  const planned = plan.checks.length > 0 ? plan.checks : usualChecks(plan, data, other !== undefined)
  const checks = planned.map((it) => checkOf(it, plan.missing))
  const columns = [...new Set(checks.flatMap(columnsOf))]
  const loaded = await load(session, data, plan, columns)
  const overlapping = [...new Set(checks.filter(({ check }) => check === 'train-test-overlap').flatMap(columnsOf))]
  const train = other === undefined ? null : await load(session, other, plan, overlapping)
  const relations: Relations = { data: loaded.relation, ...(train === null ? {} : { train: train.relation }) }
  const findings: QualityFinding[] = []
  const differing: Said[] = []
  for (const [index, check] of checks.entries()) {
    const asked = check.check === 'provenance' ? await heldAgainst(check, { rows: loaded.use.rows, sha256 }) : null
    differing.push(...(asked?.differing ?? []))
    const finding = await findingAbout(session, asked?.check ?? check, relations, `checks.${index}`)
    findings.push({ ...finding, definition: check })
  }
  const { results } = judge(findings, planned)
  const required = results.filter(({ requirement }) => requirement !== null)
  const verdicts = required.flatMap((it) => (it.verdict === 'not-required' ? [] : [answered(it.verdict, wordsOf(it))]))
  const combined = combineVerdicts(verdicts)
  return {
    result: {
      columns: data.columns.map(({ name, type }) => ({ column: name, type })),
      requirements: required.map(({ check, columns: of, requirement, judged, verdict, because }) => ({
        check,
        columns: of,
        requirement,
        judged,
        verdict,
        because,
      })),
      findings: results,
    },
    verdict: verdicts.length === 0 ? 'not-decided' : combined.verdict,
    reasons: reasonsFor(combined.verdict, verdicts),
    warnings: [...warningsOfNobody(loaded.use.rowsUsed), ...unchecked(plan, data), ...differing],
    surprises: [],
    used: train === null ? [loaded.use] : [loaded.use, train.use],
  }
}

type Provenance = QualityCheck & { check: 'provenance' }

/** What is recorded of a file and is not true of it counts as not recorded. */
async function heldAgainst(
  check: Provenance,
  file: { rows: number; sha256: () => Promise<string> },
): Promise<{ check: Provenance; differing: Said[] }> {
  const { sha256, rows, ...others } = check.recorded
  const found = sha256 === undefined || sha256 === '' ? undefined : await file.sha256()
  const isHash = found === undefined || sha256?.toLowerCase() === found
  const isCount = rows === undefined || rows === file.rows
  const recorded = {
    ...others,
    ...(sha256 !== undefined && isHash ? { sha256 } : {}),
    ...(rows !== undefined && isCount ? { rows } : {}),
  }
  return {
    check: { check: 'provenance', recorded },
    differing: [
      ...(isHash ? [] : [say('recorded-differs', { fact: 'sha256', recorded: sha256 ?? '', found: found ?? '' })]),
      ...(isCount ? [] : [say('recorded-differs', { fact: 'rows', recorded: rows, found: file.rows })]),
    ],
  }
}

/** Columns that nobody asked about and that no check could be made of. */
function unchecked(plan: QualityPlan, data: FileSource): Said[] {
  if (plan.checks.length > 0 || plan.columns !== undefined) return []
  const others = data.columns.filter(({ type }) => type === 'other').map(({ name }) => name)
  return others.length === 0 ? [] : [say('not-checked', { columns: names(others) })]
}

function wordsOf({ check, columns, judged, because, message }: QualityResult): Said {
  const answer = {
    check: named('check', check),
    measure: named('measure', judged),
    because: { text: because, ...message },
  }
  return columns.length === 0
    ? say('text-answered', answer)
    : say('check-answered', { ...answer, columns: names(columns) })
}

const knowSentinels = new Set<QualityCheck['check']>([
  'missing-values',
  'missing-labels',
  'missing-by-group',
  'incomplete-rows',
])

/** A check without what is asked of it; the plan's own values for "nothing" hold for every check that knows some. */
function checkOf({ asked: _asked, ...check }: QualityCheckPlan, missing: string[]): QualityCheck {
  const own = 'sentinels' in check ? (check.sentinels ?? []) : []
  const sentinels = knowSentinels.has(check.check) ? { sentinels: [...own, ...missing] } : {}
  const given = Object.entries({ ...check, ...sentinels }).filter(([, it]) => it !== undefined)
  // eslint-disable-next-line typescript/no-unsafe-type-assertion -- the schema is held to the type by its test; only undefined keys go
  return Object.fromEntries(given) as QualityCheck
}

async function findingAbout(
  session: Session,
  check: QualityCheck,
  relations: Relations,
  path: string,
): Promise<QualityFinding> {
  const counting = countingOf(check, relations)
  if ('missing' in counting) return refuse(path, `${check.check} needs ${counting.missing} (--test FILE)`)
  if ('counts' in counting) return findingOf(check, counting.counts)
  try {
    const { sql, params, read } = counting.query
    return findingOf(check, read(await session.objects(sql, params)))
  } catch (error) {
    if (error instanceof RangeError || (error instanceof Error && error.message.startsWith('Invalid Input Error'))) {
      throw new Refused([{ path, message: `${check.check} cannot be asked so: ${error.message.split('\n')[0] ?? ''}` }])
    }
    throw error
  }
}

function judge(findings: QualityFinding[], planned: QualityCheckPlan[]): { results: QualityResult[] } {
  const results = findings.flatMap((finding, index) => {
    const asked = planned[index]?.asked
    if (asked === undefined) return judgeRequirements([finding], []).results
    const requirement: Requirement = {
      characteristic: characteristicOf[finding.check],
      check: finding.check,
      columns: finding.columns,
      ...requirementOf(asked),
    }
    try {
      return judgeRequirements([finding], [requirement]).results
    } catch (error) {
      if (error instanceof RangeError) return refuse(`checks.${index}.asked`, error.message)
      throw error
    }
  })
  return { results }
}

/** Reads the columns that are asked about once, with the number that each row has in the file. */
async function load(
  session: Session,
  source: FileSource,
  plan: QualityPlan,
  names: string[],
): Promise<{ relation: Relation; use: RowUse }> {
  const columns = names.map((name) => columnNamed(source, 'checks', name))
  const lower = new Map(columns.map(({ name }) => [name.toLowerCase(), name]))
  if (lower.size < columns.length)
    refuse('columns', 'names that differ only in case cannot be checked together; name the columns of one run')
  let row = 'row'
  while (lower.has(row)) row += '_'
  const statement = new Statement(source.dialect)
  const filter = filterOf(source, 'filter', plan.filter)
  const where = filter === null ? '' : ` WHERE ${conditionOf(source, statement, plan.missing, filter)}`
  const taken = columns.map(({ name, sql }) => `CAST(${sql} AS VARCHAR) AS ${quoted(name)}`)
  const table = quoted(`${source.role} checked`)
  const numbered = `SELECT row_number() OVER () AS ${quoted(row)}, * FROM ${source.from}`
  const { sql, values } = statement.query(
    `CREATE TEMP TABLE ${table} AS SELECT ${[quoted(row), ...taken].join(', ')} FROM (${numbered})${where}`,
  )
  await session.run(sql, values)
  const [counts = []] = await session.rows({
    sql: `SELECT (SELECT count(*) FROM ${source.from}), (SELECT count(*) FROM ${table})`,
    values: [],
  })
  const [rows, rowsUsed] = counts.map(Number)
  if (!rows) refuse(source.role, 'holds no rows')
  const left = (rows ?? 0) - (rowsUsed ?? 0)
  return {
    relation: { from: table, row },
    use: {
      role: source.role,
      rows: rows ?? 0,
      rowsUsed: rowsUsed ?? 0,
      left: left === 0 ? [] : [{ why: 'outside of the filter', rows: left }],
    },
  }
}
