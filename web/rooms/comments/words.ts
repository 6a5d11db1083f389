import type { CommentView, ThreadView } from '@assay/server/rooms/comments/contract.ts'
import type { Wire } from '../../ui/api.ts'

export type Comment = Wire<CommentView>
export type Thread = Wire<ThreadView>
