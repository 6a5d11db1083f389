import type { Run } from '@assay/engine'

const levels: Record<string, string> = { fail: 'error', 'not-enough-data': 'warning' }

/**
 * SARIF 2.1.0: one result for each threshold that failed or could not be decided, at the file that was measured. What was assumed because
 * nobody set it is a note of the run and marked at its results, so that nobody takes it for a limit that was agreed.
 */
export function asSarif(run: Run, assumed: string[] = []): string {
  const level = levels[run.verdict]
  const file = run.data.find(({ role }) => role === 'data') ?? run.data[0]
  const rule = {
    id: `assay/${run.kind}`,
    name: run.kind,
    shortDescription: { text: `A threshold of ${run.kind} that was set before the run` },
  }
  const results =
    level === undefined
      ? []
      : run.reasons.map((text) => ({
          ruleId: rule.id,
          ruleIndex: 0,
          level,
          message: { text },
          ...(assumed.length > 0 && { properties: { assumedThreshold: true } }),
          // Code scanning asks for a line; a measurement is about the whole file.
          locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file?.name) }, region: { startLine: 1 } } }],
        }))
  const warnings = [
    ...assumed.map((text) => ({ level: 'note', message: { text } })),
    ...run.warnings.map((text) => ({ level: 'warning', message: { text } })),
  ]
  const artifacts = run.data.map(({ name, sha256, bytes }) => ({
    location: { uri: uriOf(name) },
    length: bytes,
    hashes: { 'sha-256': sha256 },
  }))
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Assay', version: run.engine.version, rules: [rule] } },
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: warnings }],
        artifacts,
        results,
        properties: { verdict: run.verdict, assumed, planSha256: run.planSha256, seed: run.seed },
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

/** A file's own name as a relative reference: whatever it holds, none of it is a part of a path, a query or a fragment. */
function uriOf(name = ''): string {
  return encodeURIComponent(name)
}
