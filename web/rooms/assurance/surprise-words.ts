import { t } from '../../messages/index.ts'
import type { Look } from './look-at-file.ts'

type Surprise = Look['surprises'][number]
type Code = Surprise['code']

const mayBeNothing = t('If they mean “no value”, say so here.')

/** What reads otherwise than meant, in the reader's language. */
const known: Record<Code, { what: string; settle: string }> = {
  'byte-order-mark': {
    what: t('The file begins with a byte order mark'),
    settle: t('Nothing to do: it is not part of the first name.'),
  },
  delimiter: {
    what: t('Columns are separated by something else than commas'),
    settle: t('Nothing to do if the columns are as expected.'),
  },
  'no-value-words': { what: t('Values that often stand for “no value” are kept as text'), settle: mayBeNothing },
  'not-finite': { what: t('NaN and Infinity are kept as text'), settle: mayBeNothing },
  'leading-zeros': {
    what: t('Numbers with leading zeros are kept as they stand: 01 is not 1'),
    settle: t('Name such a value with its zeros.'),
  },
  spaces: {
    what: t('Values begin or end with spaces, and are groups of their own'),
    settle: t('Correct the file, or name the values with their spaces.'),
  },
  'letter-case': {
    what: t('Values differ only in upper and lower case, and are groups of their own'),
    settle: t('Correct the file if they mean the same.'),
  },
  'decimal-comma': {
    what: t('Numbers are written with a decimal comma, and are kept as text'),
    settle: t('Write the numbers with a point.'),
  },
  'odd-values': {
    what: t('Nearly all values are of one kind, and these are not'),
    settle: t('Correct the file, or say that they mean “no value”.'),
  },
  'codes-as-numbers': {
    what: t('Values with leading zeros are read as numbers'),
    settle: t('If they are codes and no numbers, name the column among the categories.'),
  },
}

/** A record may be of an older engine, which told no code: then what it told stands. */
export function surpriseWords({ code, what, settle }: Pick<Surprise, 'what' | 'settle'> & { code: string | null }) {
  return Object.entries(known).find(([it]) => it === code)?.[1] ?? { what, settle }
}

const nothings: ReadonlySet<Code> = new Set<Code>(['no-value-words', 'not-finite', 'odd-values'])

/** Whether the values may simply mean that there is none. */
export function mayMeanNothing({ code }: Surprise): boolean {
  return nothings.has(code)
}
