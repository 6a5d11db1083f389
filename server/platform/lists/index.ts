export { exportLists, type Signatory } from './export.ts'
