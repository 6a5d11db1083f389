import type { Candidate } from './candidate.ts'
import { objectOf, parseObject } from './manifest-npm.ts'
import { scanPython } from './source-files.ts'

/**
 * Reads the code cells of a Jupyter notebook as one Python text. Lines are told as they stand in the `.ipynb` file, which
 * is what an editor or a diff shows.
 * @returns undefined when the file is not a notebook
 */
export function scanNotebook(file: string, source: string): Candidate[] | undefined {
  const notebook = parseObject(source)
  if (!notebook || !Array.isArray(notebook['cells'])) return undefined
  const lines = notebook['cells'].flatMap(codeLines)
  const python = lines.map((line) => (/^\s*[%!]/.test(line) ? '' : line)).join('\n')
  const places = fileLines(source, lines)
  return scanPython(file, python).map((candidate) => ({
    ...candidate,
    finding: { ...candidate.finding, line: places[candidate.finding.line - 1] ?? 1 },
  }))
}

function codeLines(value: unknown): string[] {
  const cell = objectOf(value)
  if (cell?.['cell_type'] !== 'code') return []
  const source = cell['source']
  const text = Array.isArray(source) ? source.filter((line) => typeof line === 'string').join('') : source
  return typeof text === 'string' ? text.split('\n') : []
}

/** The line of the file on which each line of code stands, searched in order. */
function fileLines(source: string, lines: readonly string[]): number[] {
  let position = 0
  let line = 1
  return lines.map((code) => {
    if (code.trim() === '') return line
    const at = source.indexOf(JSON.stringify(code).slice(1, -1), position)
    if (at < 0) return line
    for (
      let newline = source.indexOf('\n', position);
      newline >= 0 && newline < at;
      newline = source.indexOf('\n', newline + 1)
    )
      line += 1
    position = at
    return line
  })
}
