import { said } from '#kernel/said.ts'
import { asDay } from '#platform/today.ts'
import type { Finding } from './model.ts'
import { registerThem } from './rules/systems.ts'
import type { Cited, Situation } from './situation.ts'

/** Something to do next, and why. `about` is the record it concerns; `page` is where it is done when there is none yet. */
export type NextStep = {
  /** what kind of step it is: the page chooses its sign by it */
  kind: 'decide' | 'overdue' | 'begin' | 'stale' | 'missing' | 'disagreement' | 'raise'
  title: string
  /** the title's sentence and its values apart, where it has values; so that a page can say it in the reader's language */
  text?: string | undefined
  values?: Record<string, string | number> | undefined
  why: string
  about: string | null
  page: HomePage | null
  dueOn: string | null
  /** since when it waits; a day */
  since: string | null
  /** the clauses and controls that it moves */
  serves: string[]
}

export type HomePage = 'screening' | 'ai-systems' | 'gap-assessments' | 'plans' | 'tasks'

/** Something that waits for this person's decision. */
export type Waiting = { what: string; subject: string; name: string; since: Date; dueOn: string | null }

/** What Home knows beyond the findings; `app` gathers it from the rooms. */
export type HomeSituation = {
  /** whether this person works on the management system, and is shown how to begin */
  works: boolean
  waiting: { items: Waiting[]; total: number }
  /** the person's own open tasks that are overdue, the longest overdue first */
  overdueTasks: { ref: string; title: string; dueOn: string }[]
  screening: { concluded: boolean; openTriggers: number }
  /** the open assessment, if any, and whether there ever was one that counts */
  interview: { open: { id: string; name: string; answered: number; questions: number } | null; ever: boolean }
  planned: boolean
}

export type StartStep = { page: HomePage; title: string; why: string; done: boolean }

/** The four steps with which an organization begins, in their order. Each is done when its record is there. */
export function startSteps(situation: Pick<Situation, 'aiSystems'>, home: HomeSituation): StartStep[] {
  return [
    {
      page: 'screening',
      title: 'Find out whether you need ISO/IEC 42001',
      why: 'Your activities decide. A dozen questions, and the answer comes with its reasons.',
      done: home.screening.concluded,
    },
    {
      page: 'ai-systems',
      title: 'List your AI systems',
      why: 'Scope, roles, risks and controls all start from the register. AI inside bought software counts.',
      done: situation.aiSystems.total > 0,
    },
    {
      page: 'gap-assessments',
      title: 'Go through the interview',
      why: 'Seventy questions in plain words show what is there and what is missing. Share them out.',
      done: home.interview.ever,
    },
    {
      page: 'plans',
      title: 'Plan the road',
      why: 'Owners, dates and the critical path, from what is missing to the audit.',
      done: home.planned,
    },
  ]
}

const verbs: Record<string, string> = {
  'review-evidence': 'Review',
  'approve-document': 'Approve',
  'review-document': 'Review',
  'answer-questions': 'Answer the questions of',
  'answer-intake': 'Answer the report of',
  'approve-measurement-plan': 'Approve',
  'approve-impact-assessment': 'Approve',
  'look-again-at-impact': 'Look again at',
  'review-obligation': 'Review',
  'decide-obligation': 'Decide whether you are bound by',
  'review-context': 'Review',
  'review-interested-parties': 'Review',
  'review-scope': 'Review',
  'read-mention': 'Read where you are mentioned:',
}

/** What waits for this person and what is late comes first: other people's work stands still until it is done. */
export function urgentSteps(home: HomeSituation): NextStep[] {
  // what reopens the screening is a step of its own, for everybody who works on it
  const reopening = home.waiting.items.find(({ what }) => what === 'answer-trigger')
  const others = home.waiting.items.filter((item) => item !== reopening)
  const decide = others.map(({ what, subject, name, since, dueOn }): NextStep => {
    const why = 'It waits for you.'
    return {
      kind: 'decide',
      ...titled(`${verbs[what] ?? 'Decide on'} “{name}”`, name),
      why,
      about: subject,
      page: null,
      dueOn,
      since: asDay(since),
      serves: [],
    }
  })
  const overdue = home.overdueTasks.map(({ ref, title, dueOn }): NextStep => {
    const why = 'Your task is overdue.'
    return { kind: 'overdue', title, why, about: ref, page: null, dueOn, since: null, serves: [] }
  })
  const triggers: NextStep[] =
    home.screening.openTriggers > 0
      ? [
          {
            kind: 'decide',
            title: 'Look at the screening again',
            why: `Something happened that may change whether you need ISO/IEC 42001${reopening ? `: ${reopening.name}` : ''}.`,
            about: null,
            page: 'screening',
            dueOn: null,
            since: reopening ? asDay(reopening.since) : null,
            serves: ['4.1'],
          },
        ]
      : []
  return [...decide, ...overdue, ...triggers]
}

function titled(text: string, name: string): Pick<NextStep, 'title' | 'text' | 'values'> {
  const { message, values } = said(text, { name })
  return { title: message, text, values }
}

/** A measurement that breaks its limit may hurt somebody today, whatever its task's day is. */
export function stepsFromFailing(failing: readonly Cited[]): NextStep[] {
  return failing.map(({ ref, name }): NextStep => {
    const why = 'A limit of its plan is broken in the newest confirming run.'
    const title = titled('Act on the failed measurement “{name}”', name)
    return { kind: 'overdue', ...title, why, about: ref, page: null, dueOn: null, since: null, serves: ['9.1'] }
  })
}

/** What the records ask for, from the findings: what has lapsed, then what is missing, then what is declared and not shown. */
export function stepsFromFindings(findings: readonly Finding[]): NextStep[] {
  const toDo = findings.filter(({ next }) => next !== '')
  const byNext = Map.groupBy(toDo, ({ next }) => next)
  const steps = [...byNext].map(([title, group]) => ({ ...stepOf(title, group), rank: rankOf(group) }))
  return steps.toSorted((a, b) => a.rank - b.rank).map(({ rank: _rank, ...step }) => step)
}

function stepOf(title: string, group: readonly Finding[]): NextStep {
  const [first] = group
  if (!first) throw new Error('a group of findings holds at least one')
  const serves = group.map(({ ref }) => ref)
  const about = `requirement:${first.framework}/${first.ref}`
  return { kind: kindOf(group), title, why: whyOf(first), about, page: null, dueOn: null, since: null, serves }
}

function kindOf(group: readonly Finding[]): NextStep['kind'] {
  if (group.some(({ stale }) => stale)) return 'stale'
  if (group.some(({ level }) => level === 'missing')) return 'missing'
  return group.some(({ disagreement }) => disagreement === 'declared-above') ? 'disagreement' : 'raise'
}

/** The reason that keeps it where it stands. */
function whyOf({ reasons }: Finding): string {
  const telling =
    reasons.find(({ kind }) => kind === 'stale') ??
    reasons.find(({ kind }) => kind === 'lacks') ??
    reasons.findLast(({ kind }) => kind === 'note')
  return telling?.text ?? ''
}

const order: Record<NextStep['kind'], number> = {
  decide: 0,
  overdue: 1,
  begin: 2,
  stale: 3,
  missing: 4,
  disagreement: 5,
  raise: 6,
}

// Within its kind, what moves more clauses and controls comes first; what Assay cannot record yet comes last of all.
function rankOf(group: readonly Finding[]): number {
  const unrecorded = group.every(({ level }) => level === 'not-yet-recorded') ? 1000 : 0
  return order[kindOf(group)] * 100 - Math.min(group.length, 50) + unrecorded
}

/** All of it in the order in which it should be done. */
export function nextSteps(
  findings: readonly Finding[],
  home: HomeSituation,
  start: readonly StartStep[],
  failing: readonly Cited[] = [],
): NextStep[] {
  const begin = start
    .filter(({ done }) => !done)
    .map(
      ({ page, title, why }): NextStep => ({
        kind: 'begin',
        title,
        why,
        about: null,
        page,
        dueOn: null,
        since: null,
        serves: [],
      }),
    )
  // Whoever is told to list the systems need not be told again by each rule that misses them.
  const told = begin.some(({ page }) => page === 'ai-systems')
  const asked = stepsFromFindings(findings).filter(({ title }) => !told || title !== registerThem)
  const steps = [...urgentSteps(home), ...stepsFromFailing(failing), ...begin, ...asked]
  return steps.toSorted((a, b) => order[a.kind] - order[b.kind])
}
