import { type Candidate, type FileReport, fileReport } from './candidate.ts'
import { reportCloudClients } from './cloud-clients.ts'
import { reportDatasets } from './datasets-in-code.ts'
import { reportEndpoints, reportVariables } from './endpoints.ts'
import { reportJavascriptImports } from './javascript-imports.ts'
import { readJavascript, scriptParts } from './javascript-text.ts'
import { everything, may } from './prefilter.ts'
import { reportPrompts } from './prompts-in-code.ts'
import { type PythonImport, reportPythonImports } from './python-imports.ts'
import { readPython } from './python-text.ts'
import type { SourceText } from './source-text.ts'
import { reportTraining } from './training.ts'

/**
 * @param file path below the scanned folder; a page (Vue, Svelte, HTML) is read for its scripts only
 * @param parts what the file may hold, as bits of `may`
 */
export function scanJavascript(file: string, source: string, parts: number = everything): Candidate[] {
  const report = fileReport(file, source, 'code')
  const text = readJavascript(/\.(?:vue|svelte|astro|html?)$/.test(file) ? scriptParts(source) : source)
  if (parts & may.useCode) {
    const imports = reportJavascriptImports(text, report).map(({ name }) => name)
    reportTraining(text.code, imports, report)
  }
  reportTexts(text, parts, report)
  return report.candidates()
}

export function scanPython(file: string, source: string, parts: number = everything): Candidate[] {
  const report = fileReport(file, source, 'code')
  const text = readPython(source)
  if (parts & may.useCode) {
    const imported = reportPythonImports(text, report).flatMap(dottedNames)
    reportCloudClients(text, report)
    reportTraining(text.code, imported, report)
    reportDatasets(text, imported, report)
  }
  reportTexts(text, parts, report)
  return report.candidates()
}

function reportTexts(text: SourceText, parts: number, report: FileReport): void {
  if (parts & may.reachEndpoint) {
    reportEndpoints(text.live, report)
    reportVariables(text.live, report)
  }
  // Last: beside other signs of AI a name says more.
  if (parts & may.holdPrompt) reportPrompts(text, report)
}

/** `from sklearn import preprocessing` says nothing of the rest of sklearn: the bare package counts only when imported whole. */
function dottedNames({ module, names, plain }: PythonImport): string[] {
  const symbols = names.map((name) => `${module}.${name}`)
  return plain || names.length === 0 || module.includes('.') ? [module, ...symbols] : symbols
}
