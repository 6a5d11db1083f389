import { z } from 'zod'

/** Markdown; a person is mentioned as `@[person:<id>]`. */
const text = z.string().trim().min(1).max(10_000)
const Subject = z.string().min(3).max(300)

export const CommentDraft = z.strictObject({ subject: Subject, text })
export type CommentDraft = z.infer<typeof CommentDraft>
export const CommentText = z.strictObject({ text })

const Person = z.object({ id: z.uuid(), name: z.string() })

export const CommentView = z.object({
  id: z.uuid(),
  version: z.number().int(),
  subject: z.string(),
  /** the comment that began the thread; none where this one did */
  thread: z.uuid().nullable(),
  author: Person,
  /** none where it was withdrawn or erased */
  text: z.string().nullable(),
  state: z.enum(['said', 'withdrawn', 'erased']),
  /** whom the text mentions, by the name they have now */
  mentions: z.array(Person),
  saidAt: z.date(),
  editedAt: z.date().nullable(),
})
export type CommentView = z.infer<typeof CommentView>

export const ThreadView = CommentView.extend({
  resolved: z.object({ by: Person, at: z.date() }).nullable(),
  /** whether whoever asks may settle it and open it again */
  maySettle: z.boolean(),
  /** the first replies, in the order in which they were said */
  replies: z.array(CommentView),
  replyCount: z.number().int(),
})
export type ThreadView = z.infer<typeof ThreadView>

export const ThreadFilter = z.object({ subject: Subject, state: z.enum(['open', 'resolved']).optional() })

/** Which records of a list are talked about: their kind and ids, as the list has them. */
export const CountQuery = z.object({
  kind: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  ids: z
    .string()
    .min(1)
    .max(12_000)
    .transform((ids) => ids.split(','))
    .refine((ids) => ids.length <= 200, 'names at most 200 records'),
})
export const CountView = z.object({ items: z.array(z.object({ id: z.string(), open: z.number().int() })) })

export const Mentionable = z.object({ id: z.uuid(), name: z.string(), email: z.string() })

export const SeenMark = z.strictObject({ subject: Subject })
