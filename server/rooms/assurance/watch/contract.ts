import { z } from 'zod'

/** Why a file that a plan looks at by itself is not measured. */
export const whys = [
  'no-data-folder',
  'no-such-path',
  'not-readable',
  'reference-needed',
  'reference-content-gone',
  'second-file-needed',
] as const
export type Why = (typeof whys)[number]

/** `moving`: it changed since the look before, or is new; `asked`: a run was asked for; `measured`: this content was measured before. */
export const comes = ['moving', 'asked', 'measured', 'refused'] as const
export type Came = (typeof comes)[number]

/** The path of the file within the operator's folder; null stops looking. */
export const WatchBody = z.strictObject({ path: z.string().trim().min(1).max(1000).nullable() })
export type WatchBody = z.infer<typeof WatchBody>

export const WatchView = z.object({
  /** null: the plan looks at no file by itself */
  path: z.string().nullable(),
  /** null before the first look, and in the past, of which looks are not kept */
  look: z
    .object({
      lookedAt: z.date(),
      came: z.enum(comes),
      why: z.enum(whys).nullable(),
      /** since when every look found the same */
      since: z.date(),
      /** the run that was asked for last */
      run: z
        .object({ id: z.uuid(), fileName: z.string(), state: z.enum(['asked', 'finished', 'refused', 'cancelled']) })
        .nullable(),
    })
    .nullable(),
})
export type WatchView = z.infer<typeof WatchView>
