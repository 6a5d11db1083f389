import { describe, expect, it } from 'vitest'
import { type DocumentTemplate, documentTemplate, documentTemplates, fillTemplate } from './document-templates.ts'
import { requirement } from './requirements.ts'

const used = (template: DocumentTemplate) =>
  new Set(template.sections.flatMap(({ body }) => [...body.matchAll(/\{\{(.*?)\}\}/g)].map((match) => match[1] ?? '')))
const examples = (template: DocumentTemplate) =>
  Object.fromEntries(
    template.placeholders.map(({ name, kind, example }) => [name, kind === 'list' ? [example] : example]),
  )
const factsOf = (template: DocumentTemplate, holds: boolean) =>
  Object.fromEntries(template.facts.map(({ name }) => [name, holds]))
const words = (markdown: string) => markdown.split(/\s+/).filter((word) => /\w/.test(word)).length

function policy(): DocumentTemplate {
  const found = documentTemplate('ai-policy')
  if (!found) throw new Error('there is no AI policy template')
  return found
}

describe.each(documentTemplates().map((template) => [template.id, template] as const))(
  'template %s',
  (_id, template) => {
    it('declares every placeholder it uses and uses every one it declares', () => {
      expect([...used(template)].toSorted()).toEqual(template.placeholders.map(({ name }) => name).toSorted())
    })

    it('declares every fact it asks for and asks for every one it declares', () => {
      const asked = new Set(
        template.sections.flatMap(({ when, unless }) => [when, unless]).filter((name) => name !== undefined),
      )
      expect([...asked].toSorted()).toEqual(template.facts.map(({ name }) => name).toSorted())
    })

    it('puts list placeholders on lines of their own', () => {
      for (const { name, kind } of template.placeholders) {
        const alone = template.sections.some(({ body }) => body.split('\n').includes(`{{${name}}}`))
        expect([name, alone]).toEqual([name, kind === 'list'])
      }
    })

    it('serves clauses and controls that exist', () => {
      for (const ref of template.requirements) expect(requirement('ISO-42001-2023', ref)?.heading).toBe(false)
    })

    it('leaves no placeholder behind when everything is known', () => {
      const filled = fillTemplate(template, { values: examples(template), facts: factsOf(template, true) })
      expect(filled.missing).toEqual([])
      expect(filled.markdown).not.toMatch(/\{\{|\[to be filled in/)
    })
  },
)

describe('filling a template', () => {
  it.each([
    ['ai-policy', false, 900, 1400],
    ['ai-policy', true, 1200, 1500],
    ['scope-statement', false, 300, 500],
    ['scope-statement', true, 400, 600],
  ])('gives a document of a usable length (%s, all facts %s)', (id, holds, least, most) => {
    const template = documentTemplate(id) ?? policy()
    const { markdown } = fillTemplate(template, { values: examples(template), facts: factsOf(template, holds) })
    expect(words(markdown)).toBeGreaterThanOrEqual(least)
    expect(words(markdown)).toBeLessThanOrEqual(most)
  })

  it('shows a section only if its fact holds, and its opposite only if not', () => {
    const without = fillTemplate(policy(), { values: {}, facts: {} }).markdown
    const withIt = fillTemplate(policy(), { values: {}, facts: { developsAi: true } }).markdown
    expect(without).not.toContain('## When we develop AI')
    expect(withIt).toContain('## When we develop AI')
    const scope = documentTemplate('scope-statement') ?? policy()
    const excluded = fillTemplate(scope, {
      values: { excludedSystems: ['Spam filter'] },
      facts: { hasExclusions: true },
    })
    expect(excluded.markdown).toContain('- Spam filter')
    expect(excluded.markdown).not.toContain('No registered AI system is left out')
  })

  it('says what is missing, in the text and by name, and counts an empty value as missing', () => {
    const { markdown, missing } = fillTemplate(policy(), { values: { organisation: ' ', systems: [] }, facts: {} })
    expect(missing).toEqual(expect.arrayContaining(['organisation', 'systems', 'reviewMonths']))
    expect(markdown).toContain('[to be filled in: Name of the organisation]')
  })

  it('gives each item of a list a line, and lets no value open a heading of its own', () => {
    const values = { ...examples(policy()), systems: ['Credit model', 'Chatbot\n# Heading'] }
    const { markdown } = fillTemplate(policy(), { values, facts: {} })
    expect(markdown).toContain('- Credit model\n- Chatbot # Heading\n')
  })

  it('refuses a template that uses a placeholder it never declared', () => {
    const broken = { ...policy(), placeholders: [] }
    expect(() => fillTemplate(broken, { values: {}, facts: {} })).toThrow('undeclared placeholder')
  })
})
