/** German, one file a room in `de/`, all in one chunk that loads only when German is chosen. */
const files = import.meta.glob<{ default: Record<string, string> }>('./de/*.ts', { eager: true })

export const german: Record<string, string> = Object.assign({}, ...Object.values(files).map((file) => file.default))
