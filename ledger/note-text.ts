/** Notes must not contain ASCII control characters other than newline (C2SP signed-note, Format). */
export function hasForbiddenControl(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code < 0x20 && code !== 0x0a) return true
  }
  return false
}
