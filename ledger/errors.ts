/** Why the ledger refused something. Callers branch on the kind; the message is for people and says what to do. */
export type LedgerErrorKind =
  | 'malformed-argument'
  | 'malformed-key'
  | 'malformed-note'
  | 'malformed-checkpoint'
  | 'malformed-tile'
  | 'malformed-bundle'
  | 'malformed-proof'
  | 'malformed-request'
  | 'not-canonical'
  | 'leaf-too-large'
  | 'timestamp-needed'
  | 'wrong-signature'
  | 'no-known-signature'
  | 'extensions-not-signed'
  | 'wrong-origin'
  | 'not-included'
  | 'quorum-not-met'

/** The one error this package throws on purpose: a malformed argument, or content that must not be trusted. */
export class LedgerError extends Error {
  readonly kind: LedgerErrorKind

  constructor(kind: LedgerErrorKind, message: string) {
    super(message)
    this.name = 'LedgerError'
    this.kind = kind
  }
}
