import { hasDniLetter, hasIbanDigits, hasLuhnDigit, hasNirKey } from './check-digits.ts'

/**
 * What a text may give away. `pattern` is written in what JavaScript and RE2 read alike (no look-around, no back-reference), and every
 * repetition has an upper bound, so that a search is linear in the length of the text. `confirm` then asks for the check digits of a
 * candidate. Patterns find forms, not meanings: a matching form may be no person's, and a person may be named without any form.
 */
export type Pattern = {
  id: string
  kind: 'personal' | 'secret'
  pattern: string
  /** What every match holds, cheap to look for: texts without it are not searched. */
  needs: string
  confirm?: CheckDigits
}

export type CheckDigits = 'luhn' | 'iban' | 'dni' | 'nir'

/** The version of the lists below; a result names it. */
export const patternsVersion = 1

export const personalPatterns: Pattern[] = [
  {
    id: 'email',
    kind: 'personal',
    needs: '@',
    pattern: '\\b[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\\.){1,8}[A-Za-z]{2,24}\\b',
  },
  {
    id: 'phone',
    kind: 'personal',
    needs: '[0-9]',
    pattern:
      '(?:\\+[1-9][0-9]{0,2}[ .-]?(?:\\([0-9]{1,4}\\)[ .-]?)?(?:[0-9]{2,4}[ .-]?){2,4}[0-9]{2,4}|\\(?\\b[0-9]{3}\\)?[ .-][0-9]{3}[.-][0-9]{4})\\b',
  },
  { id: 'card', kind: 'personal', needs: '[0-9]', pattern: '\\b(?:[0-9][ -]?){12,18}[0-9]\\b', confirm: 'luhn' },
  {
    id: 'iban',
    kind: 'personal',
    needs: '[0-9]',
    pattern: '\\b[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\\b',
    confirm: 'iban',
  },
  {
    id: 'us-ssn',
    kind: 'personal',
    needs: '[0-9]-[0-9]',
    pattern:
      '\\b(?:00[1-9]|0[1-9][0-9]|[1-578][0-9]{2}|6[0-57-9][0-9]|66[0-57-9])-(?:0[1-9]|[1-9][0-9])-(?:000[1-9]|00[1-9][0-9]|0[1-9][0-9]{2}|[1-9][0-9]{3})\\b',
  },
  {
    id: 'uk-nino',
    kind: 'personal',
    needs: '[0-9]',
    pattern: '\\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[A-D]\\b',
  },
  { id: 'es-dni', kind: 'personal', needs: '[0-9]{8}', pattern: '\\b[0-9]{8}-?[A-HJ-NP-TV-Z]\\b', confirm: 'dni' },
  {
    id: 'fr-nir',
    kind: 'personal',
    needs: '[0-9]',
    pattern: '\\b[12] ?[0-9]{2} ?(?:0[1-9]|1[0-2]|[2-9][0-9]) ?(?:[0-9]{2}|2A|2B) ?[0-9]{3} ?[0-9]{3} ?[0-9]{2}\\b',
    confirm: 'nir',
  },
  {
    id: 'ipv4',
    kind: 'personal',
    needs: '[0-9]\\.[0-9]',
    pattern: '\\b(?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})\\.){3}(?:25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})\\b',
  },
]

export const secretPatterns: Pattern[] = [
  {
    id: 'private-key',
    kind: 'secret',
    needs: 'PRIVATE KEY',
    pattern: '-----BEGIN (?:[A-Z]{2,10} ){0,2}PRIVATE KEY-----',
  },
  { id: 'aws-access-key', kind: 'secret', needs: 'A(?:KI|SI)A', pattern: '\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b' },
  {
    id: 'github-token',
    kind: 'secret',
    needs: 'github_pat_|gh[pousr]_',
    pattern: '\\b(?:gh[pousr]_[A-Za-z0-9]{36,251}|github_pat_[A-Za-z0-9_]{22,255})\\b',
  },
  { id: 'slack-token', kind: 'secret', needs: 'xox', pattern: '\\bxox[abposr]-[A-Za-z0-9-]{10,250}\\b' },
  { id: 'google-api-key', kind: 'secret', needs: 'AIza', pattern: '\\bAIza[A-Za-z0-9_-]{35}' },
  {
    id: 'stripe-key',
    kind: 'secret',
    needs: 'k_(?:live|test)_',
    pattern: '\\b[rs]k_(?:live|test)_[A-Za-z0-9]{16,250}\\b',
  },
  {
    id: 'model-api-key',
    kind: 'secret',
    needs: 'sk-',
    pattern: '\\bsk-(?:[a-z]{2,10}[0-9]{0,2}-){0,2}[A-Za-z0-9_-]{20,250}',
  },
  {
    id: 'json-web-token',
    kind: 'secret',
    needs: 'eyJ',
    pattern: '\\beyJ[A-Za-z0-9_-]{8,400}\\.eyJ[A-Za-z0-9_-]{8}',
  },
  {
    id: 'password-in-url',
    kind: 'secret',
    needs: '://',
    pattern: '\\b[a-z][a-z0-9+.-]{1,20}://[^\\s:/@]{1,64}:[^\\s:/@]{1,128}@',
  },
]

const confirmations: Record<CheckDigits, (text: string) => boolean> = {
  luhn: hasLuhnDigit,
  iban: hasIbanDigits,
  dni: hasDniLetter,
  nir: hasNirKey,
}

/** How many times each pattern occurs in a text, in the order of the patterns; patterns that do not occur are left out. */
export function patternsIn(text: string, patterns: Pattern[]): { id: string; times: number }[] {
  return patterns.flatMap(({ id, pattern, needs, confirm }) => {
    if (!new RegExp(needs).test(text)) return []
    let times = 0
    for (const [found] of text.matchAll(new RegExp(pattern, 'g'))) {
      if (confirm === undefined || confirmations[confirm](found)) times += 1
    }
    return times > 0 ? [{ id, times }] : []
  })
}
