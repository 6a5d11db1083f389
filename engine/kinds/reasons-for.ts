import type { Verdict } from '@assay/measures'
import type { Message, Said } from '@assay/measures/messages'
import type { RunVerdict } from '../run.ts'

/** A verdict with its sentence, in English and as data. */
export type Answered = { verdict: Verdict; text: string; message: Message }

/** A verdict that is said by one sentence. */
export function answered(verdict: Verdict, { text, ...message }: Said): Answered {
  return { verdict, text, message }
}

/** The sentences of those that decided. */
export function reasonsFor(verdict: RunVerdict, judged: Answered[]): Said[] {
  return judged.filter((it) => it.verdict === verdict).map(({ text, message }) => ({ text, ...message }))
}
