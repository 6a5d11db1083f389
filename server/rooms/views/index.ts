export { forgetViewsOf } from './store.ts'
export { permissions } from './model.ts'
export { viewRoutes } from './routes.ts'
export { viewSubjects } from './subjects.ts'
