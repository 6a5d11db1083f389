type Roles = { roles: string[]; reason: string }
type Scope = { scope: 'in' | 'out'; reason: string }
type SystemTold = {
  key: 'credit' | 'hiring' | 'chatbot' | 'fraud' | 'documents' | 'marketing' | 'collections' | 'translation'
  owner: 'priya' | 'jonas' | 'milan'
  unit: string
  name: string
  purpose: string
  description?: string
  reference: string
  supplier?: string
  provenance: string
  autonomy: string
  individualDecisions: string
  intendedUsers?: string
  humanOversight?: string
  affectedGroups: string[]
  jurisdictions: string[]
  dataClasses: string[]
  state: 'proposed' | 'in-development' | 'in-use'
  since?: string
  scope?: Scope
  isoRoles?: Roles
  actRoles?: Roles
  resources: { kind: 'tooling' | 'computing' | 'people'; name: string; detail?: string; countries?: string[] }[]
}

type Told = Omit<SystemTold, 'scope' | 'isoRoles' | 'actRoles'>

/** The lender's AI systems; some are left incomplete on purpose, as in life. */
const told: readonly (Told & Pick<SystemTold, 'scope' | 'isoRoles' | 'actRoles'>)[] = [
  {
    key: 'credit',
    owner: 'priya',
    unit: 'Data science',
    name: 'Credit scoring model',
    reference: 'AI-001',
    purpose: 'Scores applications of households for consumer loans.',
    description:
      'Gradient-boosted trees over application and account data; a loan officer decides between 40 and 60 points.',
    provenance: 'built',
    autonomy: 'conditional',
    individualDecisions: 'decides',
    intendedUsers: 'Loan officers',
    humanOversight:
      'Loan officers decide the middle band and may overrule with a reason; two people may stop the model.',
    affectedGroups: ['Loan applicants', 'Co-applicants'],
    jurisdictions: ['DE', 'PL'],
    dataClasses: ['personal', 'confidential'],
    state: 'in-use',
    since: '2023-04-01',
    resources: [
      { kind: 'tooling', name: 'XGBoost, MLflow, Great Expectations', detail: 'Pinned in the model repository' },
      {
        kind: 'computing',
        name: 'Own cluster, Frankfurt',
        detail: 'Training weekly, scoring on two nodes',
        countries: ['DE'],
      },
      { kind: 'people', name: 'Two data scientists, one validator' },
    ],
    scope: { scope: 'in', reason: 'Core of the lending business; decides about persons.' },
    isoRoles: { roles: ['producer', 'provider', 'customer'], reason: 'We design, build, deploy and use it ourselves.' },
    actRoles: { roles: ['provider', 'deployer'], reason: 'Put into service under our own name and used by us.' },
  },
  {
    key: 'hiring',
    owner: 'jonas',
    unit: 'People',
    name: 'Applicant screening',
    reference: 'AI-002',
    supplier: 'TalentSift',
    purpose: 'Ranks incoming applications for recruiters.',
    provenance: 'bought',
    autonomy: 'assistive',
    individualDecisions: 'supports',
    intendedUsers: 'Recruiters',
    humanOversight: 'Recruiters see every application; the rank only orders the list.',
    affectedGroups: ['Job applicants'],
    jurisdictions: ['DE', 'PL'],
    dataClasses: ['personal'],
    state: 'in-use',
    since: '2024-09-01',
    resources: [
      { kind: 'computing', name: 'Supplier cloud, Ireland', countries: ['IE'] },
      { kind: 'tooling', name: 'TalentSift 5' },
    ],
    scope: { scope: 'in', reason: 'Supports decisions about persons in employment.' },
    isoRoles: { roles: ['customer'], reason: 'Bought as a service and used as delivered.' },
    actRoles: { roles: ['deployer'], reason: 'Used under our authority; neither changed nor re-branded.' },
  },
  {
    key: 'chatbot',
    owner: 'milan',
    unit: 'Customer care',
    name: 'Support chatbot',
    reference: 'AI-003',
    supplier: 'A model vendor, by API',
    purpose: 'Answers questions on products and repayments on the website.',
    provenance: 'by-api',
    autonomy: 'partial',
    individualDecisions: 'none',
    affectedGroups: ['Customers'],
    jurisdictions: ['DE'],
    dataClasses: ['internal', 'personal'],
    state: 'in-use',
    since: '2025-02-10',
    resources: [
      { kind: 'computing', name: 'Vendor API, EU region', countries: ['IE'] },
      { kind: 'tooling', name: 'Retrieval over the help pages' },
    ],
    scope: { scope: 'in', reason: 'Speaks to customers in our name.' },
    isoRoles: {
      roles: ['customer', 'provider'],
      reason: 'We use the vendor’s model and offer the service to our customers.',
    },
    actRoles: { roles: ['deployer'], reason: 'The model is the vendor’s; we deploy it and tell people that it is AI.' },
  },
  {
    key: 'fraud',
    owner: 'priya',
    unit: 'Data science',
    name: 'Fraud signals',
    reference: 'AI-004',
    purpose: 'Flags applications with signs of identity fraud for a person to check.',
    provenance: 'built',
    autonomy: 'assistive',
    individualDecisions: 'supports',
    affectedGroups: ['Loan applicants'],
    jurisdictions: ['DE', 'PL'],
    dataClasses: ['personal'],
    state: 'in-development',
    resources: [{ kind: 'computing', name: 'Own cluster, Frankfurt', countries: ['DE'] }],
    scope: { scope: 'in', reason: 'Will support decisions about persons.' },
  },
  {
    key: 'documents',
    owner: 'milan',
    unit: 'Lending',
    name: 'Document reader',
    reference: 'AI-005',
    supplier: 'PaperTrail',
    purpose: 'Reads payslips and bank statements.',
    provenance: 'bought',
    autonomy: 'partial',
    individualDecisions: 'none',
    affectedGroups: ['Loan applicants'],
    jurisdictions: ['DE'],
    dataClasses: ['personal'],
    state: 'in-use',
    since: '2022-11-01',
    resources: [],
    scope: { scope: 'in', reason: 'Feeds the credit model.' },
    isoRoles: { roles: ['customer'], reason: 'Bought and used as delivered.' },
  },
  {
    key: 'marketing',
    owner: 'milan',
    unit: 'Customer care',
    name: 'Newsletter texts',
    reference: 'AI-006',
    supplier: 'A model vendor',
    purpose: 'Drafts newsletters that people edit.',
    provenance: 'by-api',
    autonomy: 'assistive',
    individualDecisions: 'none',
    affectedGroups: [],
    jurisdictions: ['DE'],
    dataClasses: ['public'],
    state: 'in-use',
    since: '2025-05-02',
    resources: [],
    scope: { scope: 'out', reason: 'Drafts only, no personal data, always edited; covered by the use policy.' },
    isoRoles: { roles: ['customer'], reason: 'Used as delivered.' },
  },
  {
    key: 'collections',
    owner: 'priya',
    unit: 'Lending',
    name: 'Best time to call',
    reference: 'AI-007',
    purpose: 'Suggests when to call customers in arrears.',
    provenance: 'built',
    autonomy: 'assistive',
    individualDecisions: 'supports',
    affectedGroups: ['Customers in arrears'],
    jurisdictions: ['DE'],
    dataClasses: ['personal'],
    state: 'proposed',
    resources: [],
  },
  {
    key: 'translation',
    owner: 'jonas',
    unit: 'People',
    name: 'Translation of contracts',
    reference: 'AI-008',
    supplier: 'LinguaCloud',
    purpose: 'Translates contracts between German and Polish.',
    provenance: 'bought',
    autonomy: 'assistive',
    individualDecisions: 'none',
    affectedGroups: ['Employees'],
    jurisdictions: ['DE', 'PL'],
    dataClasses: ['confidential'],
    state: 'in-use',
    since: '2024-01-15',
    resources: [],
  },
]

/** What registering takes, and what is decided about it later. */
export const systems = told

type ComponentTold = {
  from: SystemTold['key']
  relation: string
  version?: { label: string; releasedOn: string; content?: string; notes?: string }
} & { kind: string; name: string } & Record<string, unknown>

export const components: readonly ComponentTold[] = [
  {
    from: 'credit',
    relation: 'uses',
    kind: 'model',
    name: 'Household scorecard',
    provenance: 'trained',
    task: 'Probability of default within 12 months',
    architecture: 'Gradient-boosted trees',
    version: { label: '3.2', releasedOn: '2025-08-01', notes: 'Two features on income removed' },
  },
  {
    from: 'credit',
    relation: 'uses',
    kind: 'dataset',
    name: 'Applications 2019–2024',
    acquisition: 'collected',
    origin: 'Own application system',
    rights: 'Contract and legal obligation',
    personalData: 'personal',
    amount: '412,000 applications',
    uses: ['training', 'validation'],
    countries: ['DE', 'PL'],
    retention: 'Five years after the end of the loan',
    version: { label: '2025-06', releasedOn: '2025-06-30' },
  },
  {
    from: 'chatbot',
    relation: 'calls',
    kind: 'model',
    name: 'Vendor chat model',
    provenance: 'by-api',
    supplier: 'A model vendor',
    task: 'Conversation',
  },
  {
    from: 'chatbot',
    relation: 'uses',
    kind: 'prompt',
    name: 'Instructions of the support chatbot',
    purpose: 'Tone, limits, when to hand over',
    version: {
      label: '7',
      releasedOn: '2025-09-12',
      content:
        'You answer questions about our products. You never give advice on a personal case; you hand over to a person.',
    },
  },
  {
    from: 'chatbot',
    relation: 'uses',
    kind: 'dataset',
    name: 'Help pages',
    acquisition: 'collected',
    origin: 'Own website',
    rights: 'Our own texts',
    personalData: 'none',
    uses: ['retrieval'],
  },
  {
    from: 'hiring',
    relation: 'uses',
    kind: 'dataset',
    name: 'Applications of candidates',
    acquisition: 'collected',
    origin: 'Careers page',
    personalData: 'personal',
    uses: ['production'],
  },
  {
    from: 'fraud',
    relation: 'uses',
    kind: 'dataset',
    name: 'Confirmed fraud cases',
    acquisition: 'collected',
    origin: 'Case files',
    personalData: 'personal',
    uses: ['training'],
  },
]

export const parties = [
  {
    name: 'Loan applicants',
    kind: 'affected-people',
    requirements: [
      { statement: 'An explanation of a refusal and a person to talk to', basis: 'law', decision: 'taken-on' },
    ],
  },
  {
    name: 'Job applicants',
    kind: 'affected-people',
    requirements: [{ statement: 'No unequal treatment by age or sex', basis: 'law', decision: 'taken-on' }],
  },
  {
    name: 'Financial supervisor',
    kind: 'regulator',
    requirements: [{ statement: 'Validated models and documented changes', basis: 'law', decision: 'taken-on' }],
  },
  {
    name: 'Works council',
    kind: 'employee',
    requirements: [
      { statement: 'To be heard before AI is used on staff', basis: 'law', decision: 'taken-on' },
      { statement: 'A list of AI tools in use', basis: 'expectation', decision: 'taken-on' },
    ],
  },
  {
    name: 'Partner banks',
    kind: 'customer',
    requirements: [{ statement: 'Proof of governed AI', basis: 'contract', decision: 'taken-on' }],
  },
  { name: 'Model vendor', kind: 'supplier', requirements: [] },
]
