export type { Finding } from './finding.ts'
export { fsck, type FsckReport } from './fsck.ts'
