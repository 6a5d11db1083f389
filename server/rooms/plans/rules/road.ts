import type { OwnerRole, Phase } from './terms.ts'

/** What a task's length grows with: the organisation, its systems, both, or nothing of the kind. */
export type Grows = 'people' | 'systems' | 'fixed'

/** A stretch of the road to the certificate. */
export type RoadTask = {
  key: string
  title: string
  phase: Phase
  owner: OwnerRole
  /** Requirements whose first record this task makes. Annex A goes by area, see `areas`. */
  refs: string[]
  /** Working days in an organisation of middle size: 51–250 people, 6–15 systems. */
  days: number
  grows: Grows
  /** A running management system has most of it. */
  shared?: true
  after: string[]
  doneWhen: string
}

/**
 * The order that no edit may break: an auditor asks for controls that ran, an internal audit over all clauses of the
 * running system, a review of that audit by top management, and only then comes the body.
 */
export const hardOrder = [
  'controls-running',
  'operating-period',
  'internal-audit',
  'management-review',
  'stage-1',
  'stage-1-concerns',
  'stage-2',
  'close-nonconformities',
  'decision',
] as const

/** Pairs outside the chain that are as hard: the body comes when it has been chosen and is free. */
export const hardPairs: readonly (readonly [before: string, after: string])[] = [
  ...hardOrder.slice(1).map((after, index) => [hardOrder[index] ?? '', after] as const),
  ['choose-body', 'body-lead-time'],
  ['body-lead-time', 'stage-1'],
]

const task = (
  key: string,
  phase: Phase,
  owner: OwnerRole,
  days: number,
  grows: Grows,
  rest: Pick<RoadTask, 'title' | 'refs' | 'after' | 'doneWhen' | 'shared'>,
): RoadTask => ({ key, phase, owner, days, grows, ...rest })

/** The road as the milestones of the certification process give it, clauses 4 to 10; areas of Annex A come on top. */
export const road: readonly RoadTask[] = [
  task('sponsor', 'gap-assessment', 'top-management', 5, 'people', {
    title: 'Name a sponsor and agree means',
    refs: ['5.1', '7.1'],
    after: [],
    doneWhen: 'An executive sponsor is named and time and money are agreed.',
  }),
  task('context', 'gap-assessment', 'aims-manager', 8, 'people', {
    title: 'Context and interested parties',
    refs: ['4.1', '4.2'],
    after: ['sponsor'],
    shared: true,
    doneWhen: 'Issues, interested parties and the AI roles of the organisation are recorded and approved.',
  }),
  task('inventory', 'gap-assessment', 'aims-manager', 15, 'systems', {
    title: 'Find every AI system and determine its role',
    refs: [],
    after: ['sponsor'],
    doneWhen: 'AI systems, embedded ones too, are registered with owner, purpose and role.',
  }),
  task('scope', 'gap-assessment', 'top-management', 5, 'people', {
    title: 'Set the scope',
    refs: ['4.3', '4.4'],
    after: ['context', 'inventory'],
    shared: true,
    doneWhen: 'The scope statement is approved and agrees with the register of systems.',
  }),
  task('gap-assessment', 'gap-assessment', 'aims-manager', 10, 'people', {
    title: 'Assess the gap per clause and control',
    refs: [],
    after: ['scope'],
    shared: true,
    doneWhen: 'Every clause and control has an answer and what the records show beside it.',
  }),
  task('policy', 'design', 'top-management', 12, 'people', {
    title: 'AI policy',
    refs: ['5.2'],
    after: ['scope'],
    doneWhen: 'Top management has approved the policy and it is available to those it concerns.',
  }),
  task('roles', 'design', 'top-management', 8, 'people', {
    title: 'Roles and authorities',
    refs: ['5.3'],
    after: ['scope'],
    shared: true,
    doneWhen: 'Each role has a person, and who may stop a system is settled.',
  }),
  task('objectives', 'design', 'aims-manager', 10, 'people', {
    title: 'Objectives and planned changes',
    refs: ['6.2', '6.3'],
    after: ['policy', 'gap-assessment'],
    doneWhen: 'Each objective has a measure, an owner and a date.',
  }),
  task('method', 'design', 'aims-manager', 15, 'people', {
    title: 'Method for risk and impact',
    refs: ['6.1.1', '6.1.2', '6.1.4'],
    after: ['gap-assessment'],
    shared: true,
    doneWhen: 'Criteria are approved and two people reach the same rating on a pilot.',
  }),
  task('documented-information', 'design', 'aims-manager', 12, 'people', {
    title: 'Control of documented information',
    refs: ['7.5.1', '7.5.2', '7.5.3'],
    after: ['gap-assessment'],
    shared: true,
    doneWhen: 'Documents have versions, approval and retention, external ones included.',
  }),
  task('assessments', 'design', 'ai-system-owner', 25, 'systems', {
    title: 'Assess risk and impact of every system',
    refs: ['8.2', '8.4'],
    after: ['method', 'roles'],
    doneWhen: 'Every system in scope has a reviewed risk assessment and impact assessment.',
  }),
  task('treatment', 'design', 'aims-manager', 12, 'people', {
    title: 'Statement of Applicability and treatment plan',
    refs: ['6.1.3'],
    after: ['assessments'],
    shared: true,
    doneWhen: 'All 38 rows are answered, own controls added, and residual risk is accepted by name.',
  }),
  task('competence', 'implementation', 'aims-manager', 25, 'people', {
    title: 'Competence, awareness and communication',
    refs: ['7.2', '7.3', '7.4'],
    after: ['roles', 'gap-assessment'],
    shared: true,
    doneWhen: 'Competence is proven for each role that touches AI, and people know the policy.',
  }),
  task('operational-control', 'implementation', 'ai-system-owner', 25, 'systems', {
    title: 'Operational control and treatment in the processes',
    refs: ['8.1', '8.3'],
    after: ['treatment'],
    doneWhen: 'Criteria are set for the processes of each system and the treatment plan is carried out.',
  }),
  task('measurement', 'implementation', 'aims-manager', 15, 'people', {
    title: 'Monitoring and measurement',
    refs: ['9.1'],
    after: ['objectives', 'treatment'],
    doneWhen: 'What is measured, how, when and by whom is set, with limits and what they lead to.',
  }),
  task('improvement', 'implementation', 'aims-manager', 8, 'people', {
    title: 'Nonconformity, corrective action and improvement',
    refs: ['10.1', '10.2'],
    after: ['gap-assessment'],
    shared: true,
    doneWhen: 'A nonconformity can be raised by anybody and is followed to a reviewed effect.',
  }),
  task('controls-running', 'implementation', 'aims-manager', 3, 'fixed', {
    title: 'Confirm that the controls run',
    refs: [],
    after: ['policy', 'documented-information', 'competence', 'operational-control', 'measurement', 'improvement'],
    doneWhen: 'Each control that applies has its first record of use.',
  }),
  task('choose-body', 'certification', 'top-management', 20, 'people', {
    title: 'Choose the certification body',
    refs: [],
    after: ['scope'],
    doneWhen: 'Accreditation for ISO/IEC 42001 is checked at the source and the contract is signed.',
  }),
  task('body-lead-time', 'certification', 'certification-body', 0, 'fixed', {
    title: 'Lead time of the certification body',
    refs: [],
    after: ['choose-body'],
    doneWhen: 'Audit team and dates of both stages are confirmed.',
  }),
  task('operating-period', 'operation', 'ai-system-owner', 0, 'fixed', {
    title: 'Operate and keep records',
    refs: [],
    after: ['controls-running'],
    doneWhen: 'The controls have left records over the whole period.',
  }),
  task('internal-audit', 'internal-audit-and-review', 'internal-auditor', 8, 'people', {
    title: 'Internal audit over all clauses',
    refs: ['9.2.1', '9.2.2'],
    after: ['operating-period'],
    doneWhen: 'An impartial auditor has audited every clause and sampled the controls, and reported.',
  }),
  task('corrective-actions', 'internal-audit-and-review', 'aims-manager', 12, 'people', {
    title: 'Correct what the internal audit found',
    refs: [],
    after: ['internal-audit'],
    shared: true,
    doneWhen: 'Each nonconformity has its cause, and its action is done or dated.',
  }),
  task('management-review', 'internal-audit-and-review', 'top-management', 4, 'people', {
    title: 'Management review',
    refs: ['9.3.1', '9.3.2', '9.3.3'],
    after: ['internal-audit'],
    doneWhen: 'All inputs were before top management and its decisions are minuted.',
  }),
  task('stage-1', 'certification', 'certification-body', 2, 'people', {
    title: 'Stage 1',
    refs: [],
    after: ['management-review', 'corrective-actions', 'body-lead-time'],
    doneWhen: 'The body has concluded whether stage 2 can be held.',
  }),
  task('stage-1-concerns', 'certification', 'aims-manager', 15, 'people', {
    title: 'Resolve the concerns of stage 1',
    refs: [],
    after: ['stage-1'],
    shared: true,
    doneWhen: 'Each area of concern is closed or answered.',
  }),
  task('stage-2', 'certification', 'certification-body', 5, 'people', {
    title: 'Stage 2',
    refs: [],
    after: ['stage-1-concerns'],
    doneWhen: 'The closing meeting was held and the findings are known.',
  }),
  task('close-nonconformities', 'certification', 'aims-manager', 20, 'fixed', {
    title: 'Close nonconformities of stage 2',
    refs: [],
    after: ['stage-2'],
    doneWhen: 'Majors are verified closed and the plans for minors are accepted.',
  }),
  task('decision', 'certification', 'certification-body', 10, 'fixed', {
    title: 'Decision of the certification body',
    refs: [],
    after: ['close-nonconformities'],
    doneWhen: 'The body has decided. The decision is its own; a plan cannot promise it.',
  }),
]

/** An area of Annex A: what is open in it becomes one task between treatment and running controls. */
export type Area = {
  id: string
  title: string
  /** Number of controls, so that a half open area takes less time. */
  controls: number
  owner: OwnerRole
  days: number
  grows: Grows
  shared?: true
}

export const areas: readonly Area[] = [
  { id: 'A.2', title: 'policies related to AI', controls: 3, owner: 'aims-manager', days: 12, grows: 'people' },
  {
    id: 'A.3',
    title: 'internal organization',
    controls: 2,
    owner: 'aims-manager',
    days: 10,
    grows: 'people',
    shared: true,
  },
  { id: 'A.4', title: 'resources for AI systems', controls: 5, owner: 'ai-system-owner', days: 20, grows: 'systems' },
  { id: 'A.5', title: 'assessing impacts', controls: 4, owner: 'ai-system-owner', days: 15, grows: 'systems' },
  { id: 'A.6', title: 'AI system life cycle', controls: 9, owner: 'ai-system-owner', days: 35, grows: 'systems' },
  { id: 'A.7', title: 'data for AI systems', controls: 5, owner: 'ai-system-owner', days: 25, grows: 'systems' },
  {
    id: 'A.8',
    title: 'information for interested parties',
    controls: 4,
    owner: 'aims-manager',
    days: 15,
    grows: 'systems',
  },
  { id: 'A.9', title: 'use of AI systems', controls: 3, owner: 'aims-manager', days: 15, grows: 'people' },
  { id: 'A.10', title: 'third parties and customers', controls: 3, owner: 'aims-manager', days: 20, grows: 'people' },
]

/** Key of the task that closes an area: `close:A.6`. */
export const closing = (area: string) => `close:${area}`
