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
