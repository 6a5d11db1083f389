import type { Readable } from 'node:stream'

/** Where a command reads and writes, so that nothing else decides it. */
export type Io = {
  out: (text: string) => void
  err: (text: string) => void
  stdin: Readable
  cwd: string
  env: NodeJS.ProcessEnv
}

/**
 * One subcommand: the default export of `commands/<name>.ts`, whose file name is its name on the command line. What it
 * needs to run is imported within `run`, so that `assay --help` loads nothing else.
 */
export type Command = {
  /** One line for the list of commands. */
  summary: string
  /** The whole help of this command. */
  usage: string
  /** Exit code: 0 done, 2 refused input; others as the command's contract says. */
  run: (argv: string[], io: Io) => Promise<number>
}
