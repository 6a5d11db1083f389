import { z } from 'zod'
import { deepFreeze, once, readData } from './load.ts'

const text = z.string().min(1)
const file = z
  .strictObject({
    id: text,
    title: text,
    /** a template about one record of this kind is filled from that record */
    about: z.enum(['ai-system']).optional(),
    requirements: z.array(text).min(1),
    note: text,
    placeholders: z.array(z.strictObject({ name: text, kind: z.enum(['text', 'list']), label: text, example: text })),
    facts: z.array(z.strictObject({ name: text, meaning: text })),
    sections: z.array(
      z.strictObject({ id: text, heading: text, when: text.optional(), unless: text.optional(), body: text }),
    ),
  })
  .readonly()

/**
 * A document that fills itself from records. `requirements` are refs of ISO/IEC 42001; bodies are markdown with
 * `{{name}}`; a list placeholder stands alone on its line. A section with `when` or `unless` depends on a fact.
 */
export type DocumentTemplate = z.infer<typeof file>

const ids = ['ai-policy', 'scope-statement', 'annex-iv', 'annex-viii', 'fundamental-rights']

const templates = once(() => deepFreeze(ids.map((id) => readData(`templates/${id}.yaml`, file))))

/** The documents that can be started from a template. */
export function documentTemplates(): readonly DocumentTemplate[] {
  return templates()
}

/** One template by id, undefined where there is none. */
export function documentTemplate(id: string): DocumentTemplate | undefined {
  return templates().find((template) => template.id === id)
}

/** What is known of the organisation: a text or a list for each placeholder, and which facts hold. */
export type TemplateAnswers = {
  values: Readonly<Record<string, string | readonly string[] | undefined>>
  facts: Readonly<Record<string, boolean | undefined>>
}

/** The filled markdown, and the names of placeholders that had no value; each shows as `[to be filled in: label]`. */
export type FilledTemplate = { markdown: string; missing: readonly string[] }

/** Fills a template. A fact that is not given counts as not holding. Pure: the same answers give the same text. */
export function fillTemplate(template: DocumentTemplate, { values, facts }: TemplateAnswers): FilledTemplate {
  const missing = new Set<string>()
  const sections = template.sections
    .filter(({ when, unless }) => (when === undefined || facts[when]) && (unless === undefined || !facts[unless]))
    .map((section) => `## ${section.heading}\n\n${fill(section.body.trim())}`)
  return { markdown: `# ${template.title}\n\n${sections.join('\n\n')}\n`, missing: [...missing] }

  function fill(body: string): string {
    return body.replace(/\{\{(\w+)\}\}/g, (_match, name: string) => {
      const placeholder = template.placeholders.find((one) => one.name === name)
      if (!placeholder) throw new Error(`template ${template.id} uses the undeclared placeholder ${name}`)
      const lines = [values[name] ?? []].flat().map(oneLine).filter(Boolean)
      if (lines.length === 0) missing.add(name)
      const shown = lines.length === 0 ? [`[to be filled in: ${placeholder.label}]`] : lines
      return placeholder.kind === 'list' ? shown.map((line) => `- ${line}`).join('\n') : shown.join(', ')
    })
  }
}

/** A value may not open a heading, a list or a paragraph of its own inside the document. */
function oneLine(value: string): string {
  return value.replace(/\s+/g, ' ').trim()
}
