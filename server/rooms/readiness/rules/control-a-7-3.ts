import { provedLater } from './documented.ts'
import { naming } from './words.ts'

/** A.7.3: how each data set was acquired. Assay knows origin and rights; amount, subjects and earlier use are not recorded yet. */
export const controlA73 = provedLater('A.7.3', ({ aiSystems: { datasetsWithoutOrigin, datasetsWithoutRights } }) =>
  [datasetsWithoutOrigin, datasetsWithoutRights]
    .filter(({ count }) => count > 0)
    .map((short) => ({ kind: 'note', text: `Without origin or rights: ${naming(short)}.`, cites: [...short.worst] })),
)
