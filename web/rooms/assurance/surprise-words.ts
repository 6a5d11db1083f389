import { t } from '../../messages/index.ts'
import type { Look } from './look-at-file.ts'

type Surprise = Look['surprises'][number]

/** What reads otherwise than meant, in the reader's language; what the page does not know yet stays as the engine says it. */
const known: Record<string, { what: string; settle: string }> = {
  'the file begins with a byte order mark': {
    what: t('The file begins with a byte order mark'),
    settle: t('Nothing to do: it is not part of the first name.'),
  },
  'fields are separated by semicolons': separated(),
  'fields are separated by tabs': separated(),
  'fields are separated by bars': separated(),
  'values that often stand for "no value" are kept as text': {
    what: t('Values that often stand for “no value” are kept as text'),
    settle: t('If they mean “no value”, say so here.'),
  },
  'NaN and Infinity are kept as text': {
    what: t('NaN and Infinity are kept as text'),
    settle: t('If they mean “no value”, say so here.'),
  },
  'numbers with leading zeros are kept as they stand: 01 is not 1': {
    what: t('Numbers with leading zeros are kept as they stand: 01 is not 1'),
    settle: t('Name such a value with its zeros.'),
  },
  'values begin or end with spaces, and are groups of their own': {
    what: t('Values begin or end with spaces, and are groups of their own'),
    settle: t('Correct the file, or name the values with their spaces.'),
  },
  'values differ only in upper and lower case, and are groups of their own': {
    what: t('Values differ only in upper and lower case, and are groups of their own'),
    settle: t('Correct the file if they mean the same.'),
  },
  'numbers are written with a decimal comma, and are kept as text': {
    what: t('Numbers are written with a decimal comma, and are kept as text'),
    settle: t('Write the numbers with a point.'),
  },
  'nearly all values read as number, and these do not': odd(),
  'nearly all values read as truth, and these do not': odd(),
  'nearly all values read as date, and these do not': odd(),
  'nearly all values read as instant, and these do not': odd(),
}

function separated() {
  return {
    what: t('Columns are separated by something else than commas'),
    settle: t('Nothing to do if the columns are as expected.'),
  }
}

function odd() {
  return {
    what: t('Nearly all values are of one kind, and these are not'),
    settle: t('Correct the file, or say that they mean “no value”.'),
  }
}

export function surpriseWords({ what, settle }: Surprise): { what: string; settle: string } {
  return known[what] ?? { what, settle }
}

/** Whether the values may simply mean that there is none. */
export function mayMeanNothing({ what }: Surprise): boolean {
  return /no value|NaN|nearly all/.test(what)
}
