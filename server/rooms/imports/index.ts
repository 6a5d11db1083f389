export { commitImport, undoImport } from './carry-out.ts'
export { type ImportField, permissions, type RowProblem } from './model.ts'
export type { Cells, ImportRegister, RowCheck } from './register.ts'
export { importRoutes } from './routes.ts'
