import type { z } from 'zod'

type Issue = z.core.$ZodIssue
type ReadProblem = { path: string; message: string }

/** Turns the parser's issues into words that say which answer is wrong and what to write instead. */
export function problemsOf(issues: readonly Issue[]): ReadProblem[] {
  return issues.flatMap((issue) => {
    const path = issue.path.map(String).join('.')
    if (issue.code !== 'unrecognized_keys') return [{ path: path || 'answers', message: messageOf(issue) }]
    return issue.keys.map((key) => ({
      path: path ? `${path}.${key}` : key,
      message: `"${key}" is not a known answer here; remove it or correct its spelling`,
    }))
  })
}

function messageOf(issue: Issue): string {
  const given = JSON.stringify(issue.input)
  if (issue.input === undefined && issue.code !== 'custom') return `is missing; give ${wanted(issue)}`
  if (issue.code === 'invalid_value') return `${given} is not known here; give ${wanted(issue)}`
  if (issue.code === 'invalid_type') return `must be ${wanted(issue)}, not ${given}`
  if (issue.code === 'too_small')
    return issue.origin === 'string' ? 'must not be empty' : `must be at least ${issue.minimum}, not ${given}`
  if (issue.code === 'too_big') {
    return issue.origin === 'string'
      ? `must have at most ${issue.maximum} characters`
      : `must be at most ${issue.maximum}, not ${given}`
  }
  return issue.message
}

function wanted(issue: Issue): string {
  if (issue.code === 'invalid_value') return `one of ${issue.values.map(String).join(', ')}`
  if (issue.code !== 'invalid_type') return 'an answer'
  if (issue.path.at(-2) === 'factors') return 'a whole number from 0 to 3'
  return kinds[issue.expected] ?? issue.expected
}

const kinds: Record<string, string> = {
  array: 'a list ([] when none applies)',
  object: 'a group of answers',
  string: 'a text',
  int: 'a whole number',
  number: 'a whole number',
}
