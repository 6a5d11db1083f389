import type { Queues } from '#platform/jobs/index.ts'
import type { Parts } from './rooms.ts'

/** Every kind of later work: the queue that a change puts its job in, and who does it. */
export const queues: Queues<Parts> = {}
