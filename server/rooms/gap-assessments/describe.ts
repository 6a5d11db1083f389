import { type Interview, interviewQuestions, type Requirement, requirementByKey } from '@assay/frameworks'
import type { OrganizationId } from '#kernel/id.ts'
import type { Transaction } from '#platform/database/transaction.ts'
import { type Kept, type Newest, readAnswers, readNewest } from './answers-store.ts'
import type { AssessmentItem, AssessmentView, GapFindingView, QuestionView } from './contract.ts'
import { type GapFinding, readFindings } from './findings-store.ts'
import type { Proof, Proven } from './model.ts'

type Seen = { tx: Transaction; org: OrganizationId; person: string | null }

/**
 * The questions of an assessment with what was answered, what was answered before, and what the records prove.
 * `person` narrows them to what that person was asked.
 */
export async function describeQuestions(
  { tx, org, person }: Seen,
  proof: Proof<Transaction>,
  assessment: AssessmentItem,
  today: string,
): Promise<QuestionView[]> {
  const answers = await readAnswers(tx, org, assessment.id, { person })
  const earlier = new Map((await readNewest(tx, org, assessment.framework, assessment.id)).map((it) => [it.ref, it]))
  const proven = new Map((await provenFor(tx, org, proof, assessment, today)).map((it) => [it.ref, it]))
  const asked = interviewQuestions().filter(({ ref }) => !person || answers.has(ref))
  return asked.map((question) => {
    const { ref } = question
    return questionView(question, proof, {
      kept: answers.get(ref),
      earlier: earlier.get(ref),
      proven: known(proven.get(ref), ref),
    })
  })
}

/** A concluded assessment shows what was proven when it was concluded; an open one what is proven now. */
async function provenFor(
  tx: Transaction,
  org: OrganizationId,
  proof: Proof<Transaction>,
  { id, state }: AssessmentItem,
  today: string,
): Promise<Proven[]> {
  return state === 'concluded' ? await readFindings(tx, org, id) : await proof.findings(tx, org, today)
}

function questionView(
  question: Interview,
  proof: Proof<Transaction>,
  { kept, earlier, proven }: { kept: Kept | undefined; earlier: Newest | undefined; proven: Proven },
): QuestionView {
  const it = requirementOf(question.key)
  const answer = kept?.answer ?? null
  return {
    ref: it.ref,
    key: it.key,
    title: titleOf(it),
    kind: it.kind === 'control' ? 'control' : 'clause',
    group: groupOf(it),
    question: question.question,
    asksToSee: [...question.asksToSee],
    help: question.help,
    choices: question.answers.map(({ level, title, meaning }) => ({ level, title, meaning })),
    version: kept?.version ?? 0,
    assignedTo: kept?.assignedTo ?? null,
    answer,
    previous: earlier
      ? { level: earlier.level, note: earlier.note, at: earlier.at, assessment: earlier.assessment }
      : null,
    proven: { level: proven.level, stale: proven.stale, reasons: proven.reasons, next: proven.next },
    disagreement: answer ? proof.disagreement(answer.level, proven.level) : null,
  }
}

function requirementOf(key: string): Requirement {
  return known(requirementByKey(key), key)
}

function known<Value>(value: Value | undefined, name: string): Value {
  if (value === undefined) throw new Error(`${name} has no finding or requirement`)
  return value
}

/** “General” says nothing by itself, so the clause above it says of what. */
function titleOf({ title, parent, framework }: Requirement): string {
  return title === 'General' && parent ? `${requirementOf(`${framework}/${parent}`).title}: general` : title
}

/** The clause (4 to 10) or the area of Annex A that it stands under. */
export function groupOf(it: Requirement): { ref: string; title: string } {
  const depth = it.kind === 'control' ? 2 : 1
  const ref = it.ref.split('.').slice(0, depth).join('.')
  const { title } = requirementOf(`${it.framework}/${ref}`)
  return { ref, title }
}

/** Who was asked what and how far they are; what nobody was asked comes last. */
export async function describeProgress({ tx, org, person }: Seen, assessment: AssessmentItem): Promise<AssessmentView> {
  const answers = await readAnswers(tx, org, assessment.id, { person })
  const people = new Map<string, AssessmentView['progress'][number]>()
  for (const { ref } of interviewQuestions()) {
    const kept = answers.get(ref)
    if (person && !kept) continue
    const asked = kept?.assignedTo ?? null
    const row = people.get(asked?.id ?? '') ?? { person: asked, asked: 0, answered: 0, open: [] }
    row.asked += 1
    if (kept?.answer) row.answered += 1
    else row.open.push(ref)
    people.set(asked?.id ?? '', row)
  }
  const byName = (row: AssessmentView['progress'][number]) => row.person?.name ?? '\uffff'
  const progress = [...people.values()].toSorted((a, b) => (byName(a) < byName(b) ? -1 : 1))
  return { ...assessment, progress }
}

export function findingView(framework: string, finding: GapFinding): GapFindingView {
  const { ref, declared, note, level, stale, disagreement, reasons, next } = finding
  const title = titleOf(requirementOf(`${framework}/${ref}`))
  return { ref, title, declared, note, proven: level, stale, disagreement, reasons, next }
}
