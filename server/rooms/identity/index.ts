export { type Accounts, openAccounts } from './accounts/accounts.ts'
export { findCaller, loadGrants } from './caller.ts'
export {
  prepareInvitation,
  type InviteRefusal,
  type Prepared,
  takeBackInvitation,
} from './invite.ts'
export { mayGrant, permissions } from './model.ts'
export { assignRoles, editPerson } from './people.ts'
export { found, type IdentityParts, sessionRoutes } from './routes-session.ts'
export { findPerson, personSubjects } from './people-store.ts'
export { identitySubjects } from './subjects.ts'
export { apiKeyRoutes } from './routes-api-keys.ts'
export { invitationRoutes } from './routes-invitations.ts'
export { peopleRoutes } from './routes-people.ts'
export { unitRoutes } from './routes-units.ts'
export { invitationMail, type LetterParts, mailAboutPassword, mailInvitation, passwordMail } from './letters.ts'
export { offerResetByOperator } from './reset-password.ts'
export { findAccount } from './resets-store.ts'
export { resetRoutes } from './routes-reset.ts'
export { securityRoutes } from './routes-security.ts'
export { type NamedPerson, peopleWhoMay, readPeopleSituation } from './people-by-role.ts'
export { editablePeople } from './editable.ts'
