import { type LoginRole, loginRoles, type Passwords } from './cluster.ts'
import { scramVerifier } from './scram.ts'

/** Own history, the search functions and the doors into identity; nobody logs in as them. The owner may act as each, for migrations. */
export const ownedRoles = ['assay_history', 'assay_search', 'assay_door'] as const

/** Creates a role where it is missing; safe to run twice. */
export function ensureRole(role: string): string {
  return `do $do$ begin
  if not exists (select from pg_catalog.pg_roles where rolname = '${role}') then create role ${role} nologin; end if;
end $do$`
}

/** Gives a login role its attributes and password. Only a test's owner may create databases. */
export function alignLogin(role: LoginRole, passwords: Passwords, testing: boolean): string {
  const createdb = testing && role === 'assay_owner' ? 'createdb' : 'nocreatedb'
  const bare = 'nosuperuser nocreaterole noreplication nobypassrls'
  return `alter role ${role} with login ${bare} ${createdb} password '${scramVerifier(passwords[role])}'`
}

/** All statements, for a superuser, that bring roles, passwords and memberships to what is wanted. */
export function alignRoles(passwords: Passwords, testing: boolean): string[] {
  return [
    ...[...loginRoles, ...ownedRoles].map(ensureRole),
    ...loginRoles.map((role) => alignLogin(role, passwords, testing)),
    `grant ${ownedRoles.join(', ')} to assay_owner`,
  ]
}

/** Who may connect to the database: our login roles, and nobody by being anybody. */
export function alignAccess(database: string): string[] {
  return [
    `revoke all on database ${database} from public`,
    `grant connect, temporary on database ${database} to ${loginRoles.join(', ')}`,
  ]
}
