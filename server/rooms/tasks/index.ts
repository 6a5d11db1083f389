export { createTask } from './create.ts'
export { permissions, type Task, type TaskId } from './model.ts'
export { taskRoutes } from './routes.ts'
