import { readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { keepCompiledCode } from '@assay/server/kernel/compiled-code.ts'
import type { Command, Io } from './command.ts'

const folder = new URL('./commands/', import.meta.url)
/** The table of commands is the folder: one file a command. */
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => file.slice(0, -'.ts'.length))
  .toSorted()

const io: Io = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  stdin: process.stdin,
  cwd: process.cwd(),
  env: process.env,
}

process.stdout.on('error', endWhenReaderIsGone)
keepCompiledCode(cacheFolder(process.env))
process.exitCode = await dispatch(process.argv.slice(2))

async function dispatch([name, ...argv]: string[]): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    io.out(await overview())
    return 0
  }
  if (!names.includes(name)) {
    io.err(`assay: "${name}" is no command.\n\n${await overview()}`)
    return 2
  }
  const command = await load(name)
  if (asksForHelp(argv)) {
    io.out(command.usage)
    return 0
  }
  return await runOrRefuseArguments(name, command, argv)
}

async function runOrRefuseArguments(name: string, command: Command, argv: string[]): Promise<number> {
  try {
    return await command.run(argv, io)
  } catch (error) {
    if (!isArgumentError(error)) throw error
    io.err(`assay ${name}: ${error.message}\n\n${command.usage}`)
    return 2
  }
}

async function load(name: string): Promise<Command> {
  const { default: command }: { default: Command } = await import(new URL(`${name}.ts`, folder).href)
  return command
}

async function overview(): Promise<string> {
  const width = Math.max(...names.map(({ length }) => length))
  const lines = await Promise.all(names.map(async (name) => `  ${name.padEnd(width)}  ${(await load(name)).summary}`))
  return `assay: the open AI management system\n\nassay COMMAND [options]\n\n${lines.join('\n')}\n\n"assay COMMAND --help" tells more of one command.\n`
}

function asksForHelp(argv: string[]): boolean {
  const before = argv.indexOf('--')
  const options = before === -1 ? argv : argv.slice(0, before)
  return options.includes('--help') || options.includes('-h')
}

/** Thrown by `parseArgs` of node:util for options that a command does not have. */
function isArgumentError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}

/** `assay … | head` closes our output early, which is no failure of ours. */
function endWhenReaderIsGone(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
}

/** By the XDG base directory specification, whose paths count only when they are absolute. */
function cacheFolder({ XDG_CACHE_HOME: wished = '' }: NodeJS.ProcessEnv): string {
  return join(isAbsolute(wished) ? wished : join(homedir(), '.cache'), 'assay')
}
