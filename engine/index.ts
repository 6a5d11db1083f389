export type { Progress, Stage } from './progress.ts'
