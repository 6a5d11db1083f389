import { reportAgentConfig } from './agent-config.ts'
import { type Candidate, fileReport } from './candidate.ts'
import { reportEndpoints, reportImages, reportVariables } from './endpoints.ts'

/** Settings in files that are not code: environment files, YAML, TOML, JSON, Dockerfiles, Terraform, shell. */
export function scanConfig(file: string, source: string): Candidate[] {
  const report = fileReport(file, source, 'config')
  const live = /\.jsonc?$/.test(file) ? source : withoutHashComments(source)
  reportAgentConfig(file, live, report)
  reportImages(live, report)
  reportEndpoints(live, report)
  reportVariables(live, report)
  return report.candidates()
}

/** Blanks `# …` where it opens a comment: at the start of a line or after a blank, outside of quotes. */
export function withoutHashComments(source: string): string {
  if (!source.includes('#')) return source
  return source
    .split('\n')
    .map((line) => {
      const start = commentStart(line)
      return start < 0 ? line : line.slice(0, start) + ' '.repeat(line.length - start)
    })
    .join('\n')
}

function commentStart(line: string): number {
  let quote = ''
  for (let at = 0; at < line.length; at++) {
    const char = line[at] ?? ''
    if (quote !== '') {
      if (char === quote) quote = ''
    } else if ((char === '"' || char === "'") && !/\w/.test(line[at - 1] ?? ' ')) quote = char
    else if (char === '#' && /^$|[\s]/.test(line[at - 1] ?? '')) return at
  }
  return -1
}
