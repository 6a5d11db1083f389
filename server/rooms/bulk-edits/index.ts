export { permissions } from './permissions.ts'
export { type BulkEditParts, bulkEditRoutes } from './routes.ts'
export { bulkEditSubjects } from './subjects.ts'
