import * as labels from './labels.ts'
import type { Factor, Sector } from './words.ts'
import * as words from './words.ts'
import { scenariosOf, sectorTable } from './sectors.ts'

export type Choice = { value: string; label: string; help?: string }

/**
 * One question. `answer` is its key within the organisation or the system, a dot between group and member. Questions of
 * kind `any-of` may be answered with an empty list ("none of these"), which is an answer too.
 */
export type Question = {
  answer: string
  section: 'about' | 'activities' | 'circumstances' | 'factors'
  kind: 'text' | 'one-of' | 'any-of' | 'rating' | 'count'
  text: string
  help: string
  choices: Choice[]
}

type Scale = readonly [string, string, string, string]

const ratings: Record<Factor, { text: string; help: string; scale: Scale }> = {
  training: {
    text: 'How much do you train or fine-tune AI models?',
    help: 'Training from scratch counts, and so does fine-tuning the model of a vendor.',
    scale: ['Not at all', 'A trial or two', 'Regularly, for some systems', 'It is central to what we do'],
  },
  trainingData: {
    text: 'How much do you create or curate training data?',
    help: 'Collecting, cleaning or labelling data from which a model learns. Documents for retrieval do not count.',
    scale: ['Not at all', 'A trial or two', 'Regularly, for some systems', 'It is central to what we do'],
  },
  coreProduct: {
    text: 'How close to the core of your offering is AI?',
    help: 'Ask what customers would still buy if the AI were switched off.',
    scale: ['Not part of it', 'A supplement', 'An important part', 'The core: without AI there is no offering'],
  },
  customerRequests: {
    text: 'How often do customers or prospects ask about your AI governance?',
    help: 'Questionnaires, tenders and contract clauses count.',
    scale: ['Never', 'Now and then', 'Often', 'In nearly every deal'],
  },
  euPresence: {
    text: 'How present are you in the EU, or planning to be?',
    help: 'Customers, sites or people affected by your AI in the EU.',
    scale: ['Neither present nor planned', 'Planned', 'Some customers or sites', 'A main market'],
  },
  individualDecisions: {
    text: 'How far does AI decide about individuals?',
    help: 'Hiring, credit, insurance, health, prices, access. A recommendation that people mostly follow counts.',
    scale: [
      'Not at all',
      'It informs a few decisions',
      'It shapes many decisions',
      'It decides, or is nearly always followed',
    ],
  },
  competitorsCertified: {
    text: 'How many of your competitors hold an AI certificate?',
    help: 'A certificate of the management system to ISO/IEC 42001. A self-declaration is none.',
    scale: ['None known', 'One', 'Several', 'Most'],
  },
  regulatoryPressure: {
    text: 'How much regulatory pressure is on your AI?',
    help: 'The EU AI Act, sector rules, supervisors.',
    scale: ['None', 'A little', 'Clear duties', 'Heavy duties or an active supervisor'],
  },
}

function ratingQuestion(factor: Factor): Question {
  const { text, help, scale } = ratings[factor]
  const choices = scale.map((label, rating) => ({ value: String(rating), label }))
  return { answer: `factors.${factor}`, section: 'factors', kind: 'rating', text, help, choices }
}

function choices<const Word extends string>(all: readonly Word[], of: Record<Word, string>): Choice[] {
  return all.map((value) => ({ value, label: sentenceCase(of[value]) }))
}

function scenarioQuestions(sector: Sector | undefined): Question[] {
  if (sector === undefined || sectorTable[sector].length === 0) return []
  return [
    {
      answer: 'scenarios',
      section: 'about',
      kind: 'any-of',
      text: 'Which of these do you do with AI?',
      help: 'The rows of the table for your sector. None of them is an answer too.',
      choices: choices(scenariosOf(sector), labels.scenarioLabels),
    },
  ]
}

const activityQuestions: readonly Question[] = [
  {
    answer: 'activities',
    section: 'activities',
    kind: 'any-of',
    text: 'What do you do with AI?',
    help: 'The first six are the work of an AI developer, the last three that of an AI consumer. Name all that apply: this question decides first.',
    choices: choices(words.activities, labels.activityLabels),
  },
  {
    answer: 'greyAreas',
    section: 'activities',
    kind: 'any-of',
    text: 'Which of these lie between developing and using?',
    help: 'Each has its own reading: some count as development, some as use, some matter either way.',
    choices: choices(words.greyAreas, labels.greyAreaLabels),
  },
]

const organizationQuestions = (sector: Sector | undefined): Question[] => [
  {
    answer: 'name',
    section: 'about',
    kind: 'text',
    text: 'What is the organisation called?',
    help: 'As it should stand on the result.',
    choices: [],
  },
  {
    answer: 'sector',
    section: 'about',
    kind: 'one-of',
    text: 'In which sector do you work?',
    help: 'Four sectors have a table of their own; any other is judged by the remaining answers.',
    choices: choices(words.sectors, labels.sectorLabels),
  },
  ...scenarioQuestions(sector),
  {
    answer: 'stage',
    section: 'about',
    kind: 'one-of',
    text: 'At what stage are you?',
    help: 'Early means before product-market fit. It changes when to certify, not whether.',
    choices: choices(words.stages, labels.stageLabels),
  },
  ...activityQuestions,
  {
    answer: 'circumstances',
    section: 'circumstances',
    kind: 'any-of',
    text: 'Which of these hold for you?',
    help: 'Market, plans and regulation, for the organisation as a whole.',
    choices: choices(words.circumstances, labels.circumstanceLabels),
  },
  {
    answer: 'dealsLost',
    section: 'circumstances',
    kind: 'count',
    text: 'How many deals did you lose over questions about AI governance?',
    help: 'Only deals that you have on record. 0 when there is none.',
    choices: [],
  },
  ...words.factors.map(ratingQuestion),
]

const systemQuestions = (sector: Sector | undefined): Question[] => [
  {
    answer: 'name',
    section: 'about',
    kind: 'text',
    text: 'What is the AI system called?',
    help: 'As it is known in the organisation.',
    choices: [],
  },
  ...scenarioQuestions(sector),
  ...activityQuestions,
  ...words.systemFactors.map(ratingQuestion),
]

/**
 * The questions in the order in which they are asked. Market, plans and regulation are asked once, for the
 * organisation; a system adds only its own. The sector decides which scenarios are offered, and there is no scenario
 * question before a sector is chosen or where it has none.
 */
export function questionsFor(of: 'organization' | 'system', sector?: Sector): Question[] {
  return of === 'organization' ? organizationQuestions(sector) : systemQuestions(sector)
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
