import type { ConnectionOptions } from 'node:tls'

export const loginRoles = ['assay_owner', 'assay_app', 'assay_identity', 'assay_maintenance'] as const
export type LoginRole = (typeof loginRoles)[number]

/** One password for each login role, printable ASCII without spaces at the ends. */
export type Passwords = Record<LoginRole, string>

/** The database of the product within its cluster. */
export const databaseName = 'assay'

/** Settings as node-postgres takes them; `host` is a folder for a unix socket, a name or address for a server. */
export type Connection = {
  host: string
  port: number
  user: string
  password: string
  database: string
  ssl?: boolean | ConnectionOptions
}

export type Cluster = {
  /** Settings to log in as `role`; `database` defaults to the product's own. */
  connection(role: LoginRole, database?: string): Connection
  /** PostgreSQL's major version. */
  readonly version: number
  readonly kind: 'embedded' | 'server'
  /** The postmaster, null for a server and while a dead postmaster is being replaced. */
  readonly processId: number | null
  /** How often the postmaster died under us and was started again. */
  readonly restarts: number
  /** Calls `listener` each time the database serves again after its postmaster died. */
  onRestart(listener: () => void): void
  /** Ends every connection and the postmaster, and resolves when no process is left. A server is left alone. */
  stop(): Promise<void>
}

export type Progress = (line: string) => void
