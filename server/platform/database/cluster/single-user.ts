import { ClusterRefusal } from './refusal.ts'
import { run, type Site } from './site.ts'

/**
 * Runs statements as the superuser without a server: the only way in which anything ever acts as superuser. The cluster
 * must be stopped. Stops at the first error and throws it.
 */
export async function runSingleUser(
  site: Pick<Site, 'software' | 'user'>,
  data: string,
  database: string,
  statements: string[],
): Promise<void> {
  const options = ['exit_on_error=on', 'log_min_error_statement=panic', 'log_checkpoints=off', 'logging_collector=off']
  const settings = options.flatMap((option) => ['-c', option])
  const result = await finish(
    run(site, 'postgres', data, ['--single', '-j', ...settings, database], { input: 'pipe', output: 'pipe' }),
    // With -j a statement ends at a semicolon before an empty line.
    statements.map((statement) => `${statement};\n\n`).join(''),
  )
  if (result.code !== 0) {
    throw new ClusterRefusal('creation-failed', `PostgreSQL could not set up its roles: ${result.errors}`)
  }
}

export type Finished = { code: number | null; errors: string }

/** Waits for a child to end; `errors` is the last of what it wrote to its error output. */
export async function finish(child: ReturnType<typeof run>, input = ''): Promise<Finished> {
  let errors = ''
  child.stdout?.resume()
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errors = (errors + text).slice(-4000)
  })
  // A child that ends early closes its input; its exit code tells why.
  child.stdin?.on('error', () => {}).end(input)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, errors: errors.trim() }))
  })
}
