import type { Finding } from './result.ts'
import type * as words from './words.ts'

export const reachLabels: Record<words.Reach, string> = {
  'in-union': 'Offered, put into service or used in the Union',
  'output-in-union': 'Run outside the Union, with output used in it',
  outside: 'Neither it nor its output reaches the Union',
}

export const exclusionLabels: Record<words.Exclusion, Finding> = {
  military: { text: 'Only for military, defence or national security purposes', article: 'Art. 2(3)' },
  'research-only': { text: 'Made only for scientific research and development', article: 'Art. 2(6)' },
  'personal-use': { text: 'Used by a person privately, outside any profession', article: 'Art. 2(10)' },
}

export const supplyLabels: Record<words.SupplyFact, Finding> = {
  'own-name': { text: 'We develop it (or have it developed) and offer or use it under our name', article: 'Art. 3(3)' },
  uses: { text: 'We use it under our authority', article: 'Art. 3(4)' },
  imports: { text: 'We bring it onto the Union market under a name from outside the Union', article: 'Art. 3(6)' },
  distributes: { text: 'We make it available without being its provider or importer', article: 'Art. 3(7)' },
  'manufactures-product': { text: 'We sell it within our own product under our name', article: 'Art. 25(3)' },
  represents: {
    text: 'We represent its provider, who sits outside the Union, by written mandate',
    article: 'Art. 3(5)',
  },
  rebrands: { text: 'We put our name or trademark on a system of another', article: 'Art. 25(1)(a)' },
  'modifies-substantially': { text: 'We modify a system of another substantially', article: 'Art. 25(1)(b)' },
  'changes-purpose': { text: 'We give a system of another a new purpose', article: 'Art. 25(1)(c)' },
}

export const practiceLabels: Record<words.Practice, string> = {
  '5(1)(a)': 'Steers people covertly or deceptively so that serious harm is likely',
  '5(1)(b)': 'Exploits age, disability or hardship so that serious harm is likely',
  '5(1)(c)': 'Scores people by their social conduct, with unfair or unrelated disadvantage',
  '5(1)(d)': 'Predicts that somebody will commit a crime from a profile or traits alone',
  '5(1)(e)': 'Builds face databases by collecting pictures without a target',
  '5(1)(f)': 'Infers emotions at work or in education, other than for health or safety',
  '5(1)(g)': 'Sorts people by biometrics to infer sensitive traits',
  '5(1)(h)': 'Identifies people from afar in public in real time for police work',
  '5(1)(ba)': 'Makes realistic intimate pictures of a person who did not consent',
  '5(1)(bb)': 'Makes depictions of sexual abuse of children',
}

export const annexILabels: Record<words.AnnexIPart, string> = {
  'section-a': 'Section A (machinery, toys, lifts, medical devices and others), with a third-party assessment',
  'section-b': 'Section B (aviation, vehicles, marine equipment, rail and others)',
}

export const useLabels: Record<words.AnnexIiiUse, string> = {
  '1(a)': 'Identifies people from afar by biometrics',
  '1(b)': 'Sorts people by sensitive traits from biometrics',
  '1(c)': 'Recognises emotions',
  '2': 'Secures the running of critical infrastructure (digital, traffic, water, gas, heat, power)',
  '3(a)': 'Decides on admission to or placement in education',
  '3(b)': 'Rates what people have learned',
  '3(c)': 'Judges which level of education somebody can reach',
  '3(d)': 'Watches for cheating in tests',
  '4(a)': 'Recruits or selects people, job advertisements for chosen groups included',
  '4(b)': 'Decides on terms, promotion, dismissal or tasks, or watches performance at work',
  '5(a)': 'Decides for authorities on public benefits and services',
  '5(b)': 'Rates the creditworthiness of persons (finding fraud is not meant)',
  '5(c)': 'Assesses risk and price of life or health insurance of persons',
  '5(d)': 'Sorts emergency calls, sends help, or triages patients',
  '6(a)': 'Assesses for the police who may become a victim',
  '6(b)': 'Serves the police as a polygraph or the like',
  '6(c)': 'Judges for the police how reliable evidence is',
  '6(d)': 'Assesses for the police the risk that somebody offends, not from profiles alone',
  '6(e)': 'Profiles persons in the course of investigations',
  '7(a)': 'Serves as a polygraph or the like in migration and asylum',
  '7(b)': 'Assesses risks of people who enter or want to enter',
  '7(c)': 'Helps to examine asylum, visa or residence applications',
  '7(d)': 'Detects or identifies persons in migration, other than checking travel documents',
  '8(a)': 'Helps courts or dispute bodies to find facts and law',
  '8(b)': 'Is meant to influence an election or how people vote',
}

export const exceptionLabels: Record<words.Exception, string> = {
  '6(3)(a)': 'It does only a narrow procedural task',
  '6(3)(b)': 'It improves the result of finished human work',
  '6(3)(c)': 'It finds deviations from earlier decisions and does not replace human judgement',
  '6(3)(d)': 'It only prepares an assessment',
}

export const profilingLabels: Record<words.Profiling, string> = {
  yes: 'Yes, it evaluates aspects of persons by automated means',
  no: 'No',
  unknown: 'Not known yet',
}

export const transparencyLabels: Record<words.TransparencyFact, Finding> = {
  'talks-to-people': { text: 'People deal with it directly', article: 'Art. 50(1)' },
  'generates-content': { text: 'It generates sound, pictures, video or text', article: 'Art. 50(2)' },
  'emotion-or-biometric': { text: 'It recognises emotions or sorts people by biometrics', article: 'Art. 50(3)' },
  'deep-fake': { text: 'It makes or changes content that looks like real persons or events', article: 'Art. 50(4)' },
  'public-interest-text': { text: 'Its texts inform the public on matters of public interest', article: 'Art. 50(4)' },
}

export const transparencyExceptionLabels: Record<words.TransparencyException, Finding> = {
  obvious: { text: 'To everybody it is obvious that they deal with AI', article: 'Art. 50(1)' },
  'standard-editing': {
    text: 'It only helps with ordinary editing or hardly changes the input',
    article: 'Art. 50(2)',
  },
  'editorial-responsibility': {
    text: 'A human reviews the texts and somebody answers for them as editor',
    article: 'Art. 50(4)',
  },
  'crime-by-law': { text: 'A law permits it to detect or prosecute crimes', article: 'Art. 50(1)-(4)' },
}

export const gpaiLabels: Record<words.GpaiFact, string> = {
  none: 'No, we build on or use models of others, or none',
  model: 'Yes, a model for general purposes',
  'systemic-model': 'Yes, one with systemic risk (presumed above 10^25 FLOP of training)',
}
