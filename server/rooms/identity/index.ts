export { type Accounts, openAccounts } from './accounts/accounts.ts'
export { findCaller, loadGrants } from './caller.ts'
export { permissions } from './model.ts'
export { found, type IdentityParts, sessionRoutes } from './routes-session.ts'
