export { evidenceInbox, evidenceSubjects } from './gathered.ts'
export { permissions } from './model.ts'
export { type EvidenceParts, evidenceRoutes } from './routes.ts'
export { readEvidenceSituation } from './situation.ts'
