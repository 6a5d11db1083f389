/** The name that an answer gives its file (RFC 6266); null where it gives none. The form for every alphabet comes first. */
export function fileNameOf(disposition: string | null): string | null {
  const everyAlphabet = /filename\*=UTF-8''([^;\s]+)/i.exec(disposition ?? '')?.[1]
  if (everyAlphabet !== undefined) return decoded(everyAlphabet)
  return /filename="([^"]*)"/i.exec(disposition ?? '')?.[1] ?? null
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
