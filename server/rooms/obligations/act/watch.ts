import { parseSubject, type SubjectRef } from '#kernel/id.ts'
import { change, type Door, type Who } from '#platform/database/change.ts'
import { reopenAct } from './answer.ts'

/** Which facts about a system open its answers again without anyone remembering. */
const because: Readonly<Record<string, string>> = {
  'ai-system.purpose-changed': 'The purpose of the system changed.',
  'ai-system.provenance-changed': 'Where the system comes from changed.',
  'ai-system.supplier-changed': 'The supplier of the system changed.',
  'ai-system.fine-tuning-stated': 'The system is now fine-tuned by us.',
  'ai-system.individual-decisions-changed': 'How far the system decides about individuals changed.',
  'ai-system.individual-decisions-stated': 'The system decides about individuals or helps to.',
  'ai-system.put-into-use': 'The system was put into use.',
  'ai-system.resumed': 'The system was put back into use.',
  'ai-system.development-started': 'Development of the system started.',
}

export const actWatchedFacts: readonly string[] = Object.keys(because)
export const reopenTexts: readonly string[] = Object.values(because)

/** Opens the answers about a system again; run again it finds them open already and does nothing. */
export async function watchSystem(
  door: Door,
  who: Who,
  { type, subject }: { type: string; subject: SubjectRef },
): Promise<void> {
  const why = because[type]
  const { kind, id } = parseSubject(subject)
  if (why === undefined || kind !== 'ai-system') return
  const done = await change(door, who, 'obligations:edit', (it) => reopenAct(it, id, why))
  if (!done.ok && done.error.kind === 'forbidden') throw new Error('the system may not open answers again')
}
