/** Where a frozen reference stands in a log. `keyIsGiven`: checked against a key that the reader holds, not against the proof's own. */
export type ProvenReference = {
  sha256: string
  origin: string
  entry: number
  recordedAt: string
  key: string
  keyIsGiven: boolean
}

export function sayProven({ origin, entry, recordedAt, key, keyIsGiven }: ProvenReference): [string, string] {
  const whose = keyIsGiven ? '' : ' The key is the proof’s own: compare it with one that you hold (--log-key).'
  return ['reference signed', `as frozen, in entry ${entry} of ${origin}, ${recordedAt}, by ${key}.${whose}`]
}
