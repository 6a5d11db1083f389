export { mailMentioned } from './letters.ts'
export { permissions } from './model.ts'
export { commentInbox, commentMail } from './notices.ts'
export { commentRoutes } from './routes.ts'
