export { permissions } from './model.ts'
export { frameworkRoutes } from './routes.ts'
export { requirementSubjects } from './subjects.ts'
