import { open } from 'node:fs/promises'
import { resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { parseDocument } from 'yaml'
import type { Problem } from '@assay/server/rooms/screening/contract.ts'
import { type Result, ok, refuse } from '@assay/server/kernel/result.ts'
import type { Io } from '../command.ts'

type Unreadable = { kind: 'unreadable'; problems: Problem[] }

/** Answers of a thousand systems need about half a megabyte; beyond this the file is something else. */
const mostBytes = 4 * 1024 * 1024

/** Reads YAML or JSON (which is YAML, too) by its content, whatever the file is called. */
export async function readAnswersFile(file: string, io: Io): Promise<Result<unknown, Unreadable>> {
  const source = file === '-' ? ok(await text(io.stdin)) : await contentOf(resolve(io.cwd, file), file)
  return source.ok ? parse(source.value) : source
}

async function contentOf(path: string, file: string): Promise<Result<string, Unreadable>> {
  try {
    await using handle = await open(path)
    const { size } = await handle.stat()
    if (size > mostBytes) return unreadable(`${file} has ${size} bytes; answers have at most ${mostBytes}`)
    return ok(await handle.readFile('utf8'))
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) throw error
    return unreadable(`${file} cannot be read: ${reasons[error.code] ?? error.message}`)
  }
}

const reasons: Record<string, string> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder; give a file of answers',
  EACCES: 'this user may not read it',
}

function parse(source: string): Result<unknown, Unreadable> {
  const document = parseDocument(source)
  const [error] = document.errors
  if (error) return unreadable(`the file is neither YAML nor JSON: ${error.message}`)
  try {
    return ok(document.toJS())
  } catch (cause) {
    // The parser refuses documents that grow without bound by their aliases.
    return unreadable(`the file cannot be read as answers: ${cause instanceof Error ? cause.message : String(cause)}`)
  }
}

function unreadable(message: string): { ok: false; error: Unreadable } {
  return refuse({ kind: 'unreadable', problems: [{ path: '--answers', message }] })
}
