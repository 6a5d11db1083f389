/** The body of a signed note as a log writes it: origin, size, root hash; null when the text is no such note. */
export function checkpointHead(note: string): { origin: string; size: string; root: string } | null {
  const [origin, size, root] = note.split('\n')
  if (!origin || !root || !/^\d+$/.test(size ?? '')) return null
  return { origin, size: size ?? '', root }
}
