export { readTrail } from './activity.ts'
export { sayCheck } from './check.ts'
export { auditTrailRoutes } from './routes.ts'
