import { answerTo, evaluateTexts, notAsked, type TextCheck, type TextFinding, type TextRow } from '@assay/measures'
import { type Message, named, type Said } from '@assay/measures/messages'
import type { CellSource, Row } from '../cell-source.ts'
import { columnNamed, columnSql, conditionOf, filterOf } from '../count/resolve.ts'
import type { LlmCheckPlan } from '../llm-checks.ts'
import { say, warningsOfNobody } from '../messages.ts'
import type { LlmPlan } from '../plan.ts'
import { schemaValidity } from '../quality/schema-validity.ts'
import { refuse } from '../sources/problem.ts'
import { Statement } from '../sql/statement.ts'
import { verdictOver } from './judged.ts'
import { answered } from './reasons-for.ts'
import type { Measured, RoleSource } from './measured.ts'
import { requirementOf } from './requirement.ts'

/** Texts are compared with each other and so are held in memory: more rows than this are measured in parts. */
const mostRows = 500_000

/** Measures what a language model has written, without any model or network. */
export async function measureTexts(plan: LlmPlan, source: RoleSource): Promise<Measured> {
  const { rows, all } = await readTexts(plan, source)
  if (all === 0) refuse(source.role, 'holds no rows')
  const planned = plan.checks.length > 0 ? plan.checks : usualTextChecks(plan)
  const findings = planned.map((it, index) => judged(it, findingOf(it, rows, `checks.${index}`), `checks.${index}`))
  const verdicts = findings.flatMap(({ check, judged: measure, verdict, because, message }) =>
    verdict === 'not-required'
      ? []
      : [
          answered(
            verdict,
            say('text-answered', {
              check: named('check', check),
              measure: named('measure', measure),
              because: { text: because, ...message },
            }),
          ),
        ],
  )
  const outside = all - rows.length
  const withoutOutput = rows.filter(({ output }) => output === null).length
  return {
    result: {
      withoutOutput: { column: plan.columns.output, rows: withoutOutput },
      findings,
      checks: findings.map(({ check, judged: measure, verdict, because }) => ({ check, measure, verdict, because })),
    },
    ...verdictOver(verdicts),
    warnings: warningsOf(plan, rows.length, withoutOutput),
    surprises: [],
    used: [
      {
        role: source.role,
        rows: all,
        rowsUsed: rows.length,
        left: outside === 0 ? [] : [{ why: 'outside of the filter', rows: outside }],
      },
    ],
  }
}

/** A missing output is an empty one to the check of empty outputs alone; no other asks it anything. */
function warningsOf({ columns }: LlmPlan, rows: number, withoutOutput: number): Said[] {
  if (rows === 0) return warningsOfNobody(rows)
  if (withoutOutput === 0) return []
  return [say('outputs-missing', { rows: withoutOutput, column: columns.output })]
}

function findingOf(planned: LlmCheckPlan, rows: TextRow[], path: string): TextFinding {
  try {
    return evaluateTexts(checkOf(planned), planned.check === 'schema-valid' ? validated(rows, planned, path) : rows)
  } catch (error) {
    if (error instanceof RangeError) return refuse(path, `${planned.check}: ${error.message}`)
    throw error
  }
}

/** A check without what is asked of it. */
function checkOf({ asked: _asked, ...check }: LlmCheckPlan): TextCheck {
  const given = Object.entries(check).filter(([name, it]) => it !== undefined && name !== 'schema' && name !== 'fenced')
  // eslint-disable-next-line typescript/no-unsafe-type-assertion -- the schema of plans names the same checks; only undefined keys go
  return Object.fromEntries(given) as TextCheck
}

function validated(
  rows: TextRow[],
  { schema, fenced = false }: LlmCheckPlan & { check: 'schema-valid' },
  path: string,
): TextRow[] {
  const validity = schemaValidity(schema, { fenced })
  if (!validity.ok) return refuse(`${path}.schema`, `is no JSON Schema: ${validity.reason}`)
  return rows.map((row) => ({ ...row, schemaValid: row.output === null ? null : validity.fits(row.output) }))
}

type JudgedText = TextFinding & {
  judged: string
  verdict: ReturnType<typeof answerTo>['verdict']
  because: string
  message: Message
}

function judged({ asked }: LlmCheckPlan, finding: TextFinding, path: string): JudgedText {
  const named = asked?.measure
  const measure = named === undefined ? finding.measures[0] : finding.measures.find(({ name }) => name === named)
  if (asked === undefined) return { ...finding, judged: measure?.name ?? '', ...notAsked() }
  if (measure === undefined) {
    return refuse(
      `${path}.asked.measure`,
      `${finding.check} has ${finding.measures.map(({ name }) => name).join(', ')}`,
    )
  }
  return { ...finding, judged: measure.name, ...answerTo(requirementOf(asked), measure) }
}

function usualTextChecks({ columns }: LlmPlan): LlmCheckPlan[] {
  const { expected, context, prompt, pair, variant, opponent, judge, judgeReference, latency, cost } = columns
  const has = (...given: unknown[]) => given.every((it) => it !== undefined)
  return [
    { check: 'empty' },
    { check: 'refusal' },
    { check: 'length' },
    { check: 'personal-data' },
    { check: 'secrets' },
    ...(has(expected)
      ? ([{ check: 'exact-match' }, { check: 'token-f1' }, { check: 'rouge-l' }, { check: 'chrf' }] as const)
      : []),
    ...(has(context) ? ([{ check: 'groundedness' }] as const) : []),
    ...(has(prompt) ? ([{ check: 'self-consistency' }] as const) : []),
    ...(has(pair, variant) ? ([{ check: 'counterfactual' }] as const) : []),
    ...(has(variant, opponent, judge) ? ([{ check: 'win-rates' }] as const) : []),
    ...(has(judge, judgeReference) ? ([{ check: 'judge-agreement' }] as const) : []),
    ...(has(latency) ? ([{ check: 'latency' }] as const) : []),
    ...(has(cost) ? ([{ check: 'cost' }] as const) : []),
  ]
}

const textColumns = [
  'output',
  'prompt',
  'expected',
  'context',
  'pair',
  'variant',
  'opponent',
  'judge',
  'judgeReference',
] as const
const numberColumns = ['latency', 'cost'] as const

async function readTexts(plan: LlmPlan, source: CellSource): Promise<{ rows: TextRow[]; all: number }> {
  const { columns } = plan
  const groups = columns.group === undefined ? [] : [columns.group].flat()
  const asked = [...textColumns, ...numberColumns].flatMap((role) => {
    const name = columns[role]
    return name === undefined ? [] : [{ role, column: columnNamed(source, `columns.${role}`, name) }]
  })
  const statement = new Statement(source.dialect)
  const valueOf = columnSql(source, statement, plan.missing)
  const filter = filterOf(source, 'filter', plan.filter)
  const where = filter === null ? '' : ` WHERE ${conditionOf(source, statement, plan.missing, filter)}`
  const isNumber = (role: string) => numberColumns.some((it) => it === role)
  const selected = [
    ...asked.map(({ role, column }) => {
      const value = valueOf(column.name)
      return isNumber(role) ? source.dialect.number(value) : source.dialect.text(value)
    }),
    ...groups.map((name) => source.dialect.text(valueOf(columnNamed(source, 'columns.group', name).name))),
  ]
  const numbered = `SELECT row_number() OVER () AS row_at, * FROM ${source.from}`
  const found = await source.rows(
    statement.query(
      `SELECT ${['row_at', ...selected].join(', ')} FROM (${numbered}) AS r${where} ORDER BY row_at LIMIT ${mostRows + 1}`,
    ),
  )
  if (found.length > mostRows) refuse('data', `has more than ${mostRows} rows; measure it in parts, with a filter`)
  const [counted] = await source.rows({ sql: `SELECT ${source.dialect.count} FROM ${source.from}`, values: [] })
  const roles = asked.map(({ role }) => role)
  return { rows: found.map((row) => textRow(row, roles, groups.length)), all: Number(counted?.[0] ?? 0) }
}

type Role = (typeof textColumns)[number] | (typeof numberColumns)[number]

function textRow([at, ...values]: Row, roles: Role[], groups: number): TextRow {
  const row: TextRow = { row: Number(at), output: null }
  for (const [index, role] of roles.entries()) {
    const value = values[index] ?? null
    if (role === 'latency' || role === 'cost')
      row[role] = typeof value === 'number' && Number.isFinite(value) ? value : null
    else if (role === 'expected') row.expected = typeof value === 'string' ? [value] : []
    else row[role] = typeof value === 'string' ? value : null
  }
  if (groups > 0) row.group = values.slice(roles.length).map((it) => (typeof it === 'string' ? it : null))
  return row
}
