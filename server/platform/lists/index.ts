export { exportLists, type Lists, type Signatory } from './export.ts'
