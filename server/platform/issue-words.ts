import type { z } from 'zod'
import { type Said, said } from '#kernel/said.ts'

/** What is wrong with a value, as people say it of a cell or a field: the check's own words name types and patterns. */
export function issueWords(issue: z.core.$ZodIssue): Said {
  const { code } = issue
  if (code === 'invalid_type') return { message: 'must be given' }
  if (code === 'too_small') return tooSmall(issue)
  if (code === 'too_big') return tooBig(issue)
  if (code === 'invalid_format')
    return { message: issue.format === 'date' ? 'is no day; write it as 2027-03-31' : 'cannot be used' }
  if (code === 'invalid_value') return said('is none of {choices}', { choices: issue.values.map(String).join(', ') })
  return { message: issue.message }
}

function tooSmall({ origin, minimum }: z.core.$ZodIssueTooSmall): Said {
  return origin === 'string' && minimum === 1
    ? { message: 'must be given' }
    : said('is less than {least}', { least: Number(minimum) })
}

function tooBig({ origin, maximum }: z.core.$ZodIssueTooBig): Said {
  const most = Number(maximum)
  if (origin === 'string') return said('is longer than {most} characters', { most })
  return origin === 'array' ? said('names more than {most}', { most }) : said('is more than {most}', { most })
}
