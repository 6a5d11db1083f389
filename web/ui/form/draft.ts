/** A record's version as the API gives it. */
export type Version = string | number
export type Draft<Values> = { values: Partial<Values>; version?: Version }

const prefix = 'assay:draft:'

/** What was typed and not saved, kept for this browser tab. Files cannot be kept. */
export function writeDraft<Values extends object>(id: string, values: Values, version: Version | undefined): void {
  const kept = Object.fromEntries(Object.entries(values).filter(([, value]) => !isFile(value)))
  try {
    sessionStorage.setItem(prefix + id, JSON.stringify({ values: kept, version }))
  } catch {
    // A full or forbidden storage costs the draft, never the typing.
  }
}

/** Only `writeDraft` writes these keys, and a form's fields keep their names within a session. */
export function readDraft<Values>(id: string): Draft<Values> | undefined {
  const text = sessionStorage.getItem(prefix + id)
  return text === null ? undefined : (JSON.parse(text) as Draft<Values>)
}

export function clearDraft(id: string): void {
  sessionStorage.removeItem(prefix + id)
}

function isFile(value: unknown): boolean {
  return value instanceof Blob || (Array.isArray(value) && value.some((one) => one instanceof Blob))
}
