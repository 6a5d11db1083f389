import { factSentences } from './sentences.ts'

/** Participles that carry a particle: the object stands between both. */
const particles = new Set(['for', 'out', 'in', 'up', 'off', 'on', 'to', 'over', 'back', 'into', 'down', 'away'])

/** Facts are named by the participle, sentences need the past; only where the two differ. */
export const pastOf: Readonly<Record<string, string>> = {
  begun: 'began',
  broken: 'broke',
  chosen: 'chose',
  done: 'did',
  drawn: 'drew',
  driven: 'drove',
  fallen: 'fell',
  forgotten: 'forgot',
  frozen: 'froze',
  given: 'gave',
  gone: 'went',
  hidden: 'hid',
  known: 'knew',
  overridden: 'overrode',
  overtaken: 'overtook',
  rewritten: 'rewrote',
  risen: 'rose',
  run: 'ran',
  seen: 'saw',
  shown: 'showed',
  spoken: 'spoke',
  taken: 'took',
  undone: 'undid',
  undertaken: 'undertook',
  withdrawn: 'withdrew',
  written: 'wrote',
}

const abbreviations: Readonly<Record<string, string>> = {
  aims: 'AIMS',
  ai: 'AI',
  api: 'API',
  csv: 'CSV',
  eu: 'EU',
  ical: 'iCal',
  id: 'ID',
  iso: 'ISO',
  pdf: 'PDF',
  sha256: 'SHA-256',
  url: 'URL',
}

/** Words of a name in kebab or snake case, as people write them. */
export function spoken(words: readonly string[]): string {
  return words.map((word) => abbreviations[word] ?? word).join(' ')
}

/**
 * What a fact says, as the end of a sentence that begins with who did it: `task.created` is "created the task",
 * `context-issue.withdrawn` "withdrew the context issue". A fact without a sentence of its own is said by rule.
 */
export function sayFact(type: string): string {
  const known = factSentences[type] ?? sentenceOfComponent(type)
  if (known) return known
  const [noun = '', verbal = ''] = type.split('.')
  const words = verbal.split('-')
  const whole = `the ${spoken(noun.split('-'))}`
  const particle = words.length > 1 && particles.has(words.at(-1) ?? '') ? ` ${words.pop()}` : ''
  const participle = words.pop() ?? ''
  const verb = pastOf[participle] ?? participle
  const object = words.length === 0 ? whole : `the ${spoken(words)} of ${whole}`
  // "asked for the report", but "carried the plan out"
  return particle === ' for' ? `${verb}${particle} ${object}` : `${verb} ${object}${particle}`
}

const componentKinds = new Set(['model', 'dataset', 'prompt', 'agent'])

const ofComponents: Readonly<Record<string, string>> = {
  'version-added': 'added a version of',
  'version-made-current': 'made another version current of',
  'version-withdrawn': 'withdrew a version of',
  'supplier-changed': 'changed the supplier of',
}

/** Models, datasets, prompts and agents share their facts. */
function sentenceOfComponent(type: string): string | undefined {
  const [noun = '', verbal = ''] = type.split('.')
  const said = ofComponents[verbal]
  return said && componentKinds.has(noun) ? `${said} the ${noun}` : undefined
}
