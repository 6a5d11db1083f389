import { locale, t } from '../../messages/index.ts'
import { checkName } from './definition/check-words.ts'
import { measureName } from './measure-words.ts'
import { at, groupAt, listAt, textAt } from './result.ts'
import { metricName, groupName } from './words.ts'

/**
 * A sentence of the engine in the reader's language: by its code and values where the record has them and the language knows them, else as it
 * was recorded. Runs of older engines have the recorded sentence alone.
 */
export function sentence(recorded: string, message: unknown): string {
  return locale === 'en' ? recorded : (saidBy(message) ?? recorded)
}

/** The sentences of a run, each beside what it is made of. */
export function sentencesOf(record: unknown, which: 'reasons' | 'warnings', recorded: string[]): string[] {
  const messages = listAt(record, 'messages', which)
  // Only where they stand one for one; a record from elsewhere may hold anything.
  return messages.length === recorded.length ? recorded.map((text, index) => sentence(text, messages[index])) : recorded
}

/** Words of the engine that stand by themselves, such as why a number is undefined. */
export function phraseWords(phrase: string): string {
  const within = /^in the reference, (.+)$/.exec(phrase)?.[1]
  if (within !== undefined) return t('in the reference, {reason}', { reason: t(within) })
  const kept = /^fewer than (\d+) (?:rows|people), not shown/.exec(phrase)?.[1]
  return kept === undefined ? t(phrase) : t('fewer than {count}, not shown for privacy', { count: Number(kept) })
}

/** Numbers come rounded as the sentence shows them. */
const rounded = new Intl.NumberFormat(locale, { maximumFractionDigits: 12 })

/** Null where the language lacks the sentence, or one within it. */
function saidBy(message: unknown): string | null {
  const code = textAt(message, 'code')
  const params = at(message, 'params')
  if (code === null || typeof params !== 'object' || params === null) return null
  const key = `engine:${code}`
  if (t(key) === key) return null
  const values: Record<string, string> = {}
  for (const [name, param] of Object.entries(params)) {
    const words = wordsOf(param)
    if (words === null) return null
    values[name] = words
  }
  return t(key, values)
}

function wordsOf(param: unknown): string | null {
  if (param === null) return t('none')
  if (typeof param === 'string') return param
  if (typeof param === 'number') return rounded.format(param)
  if (Array.isArray(param)) {
    const parts = param.map(wordsOf)
    const known = parts.filter((it) => it !== null)
    return known.length === parts.length ? new Intl.ListFormat(locale).format(known) : null
  }
  return textAt(param, 'term') === null ? saidBy(param) : termWords(param)
}

function termWords(term: unknown): string | null {
  const id = textAt(term, 'id') ?? ''
  switch (textAt(term, 'term') ?? '') {
    case 'metric':
      return metricName(id)
    case 'check':
      return checkName(id)
    case 'measure':
      return measureName(id)
    case 'phrase':
      return phraseWords(id)
    case 'group':
      return groupName(groupAt(term, 'values')) || t('everybody')
    case 'names':
      return groupAt(term, 'values').join(', ')
    default:
      return null
  }
}
