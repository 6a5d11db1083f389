export type ClusterRefusalKind =
  | 'platform-unsupported'
  | 'software-missing'
  | 'wrong-version'
  | 'already-supervised'
  | 'directory-unfit'
  | 'directory-unreachable'
  | 'database-missing'
  | 'password-unfit'
  | 'creation-failed'
  | 'start-failed'
  | 'stop-failed'
  | 'address-unfit'
  | 'server-unreachable'
  | 'server-too-old'
  | 'login-not-allowed'

/** The database cannot be opened as asked; the message says why and what to do, and carries no password. */
export class ClusterRefusal extends Error {
  readonly kind: ClusterRefusalKind

  constructor(kind: ClusterRefusalKind, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'ClusterRefusal'
    this.kind = kind
  }
}
