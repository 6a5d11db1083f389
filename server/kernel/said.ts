import { z } from 'zod'

/** A sentence with its values apart, so that a page can say it in the reader's language; `message` is the English sentence. */
export type Said = { message: string; text?: string | undefined; values?: Record<string, string | number> | undefined }
/** The same on the wire. */
export const Said = z.object({
  message: z.string(),
  text: z.string().optional(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})

/** Says `text` with its values in place of `{name}`. */
export function said(text: string, values: Record<string, string | number>): Required<Said> {
  const message = text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
  return { message, text, values }
}

/** Why, and then what exactly, in one line; a part that speaks of a field is led by that. */
export function inWords([first, ...rest]: readonly (Said & { path?: string })[]): string {
  const parts = rest.map(({ path, message }) => (path === undefined ? message : `${path} ${message}`))
  return [first?.message ?? '', ...(parts.length > 0 ? [`(${parts.join('; ')})`] : [])].join(' ')
}
