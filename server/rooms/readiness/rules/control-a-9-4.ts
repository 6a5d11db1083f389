import { provedLater } from './documented.ts'
import { naming } from './words.ts'

/** A.9.4: intended use in line with the supplier's instructions. Assay knows the purpose of each system, not the instructions. */
export const controlA94 = provedLater('A.9.4', ({ aiSystems: { inScope, withoutPurpose } }) => {
  if (inScope === 0) return []
  return withoutPurpose.count > 0
    ? [
        {
          kind: 'note',
          text: `Without a recorded purpose: ${naming(withoutPurpose)}.`,
          cites: [...withoutPurpose.worst],
        },
      ]
    : [{ kind: 'note', text: 'The purpose of every system in scope is recorded.', cites: [] }]
})
