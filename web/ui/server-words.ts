import { t } from '../messages/index.ts'

/** What the server says in English, in the reader's language where it is known; its values stay as they are. */
export function serverWords({
  message,
  text,
  values,
}: {
  message: string
  text?: string | undefined
  values?: Record<string, string | number> | undefined
}): string {
  return text === undefined ? t(message) : t(text, values)
}

type Said = Parameters<typeof serverWords>[0]

/** Why something is refused, and then what exactly. */
export function serverSays([first, ...rest]: Said[]): string {
  const parts = rest.map(serverWords).join('; ')
  return [first ? serverWords(first) : '', ...(parts === '' ? [] : [`(${parts})`])].join(' ')
}
