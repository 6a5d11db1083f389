import type { Requirement } from '@assay/measures'
import type { z } from 'zod'
import type { Asked } from '../quality-checks.ts'

type Answerable = Pick<Requirement, 'measure' | 'target' | 'basis' | 'minimumRows' | 'owner' | 'setOn'>

/** What a plan asks of a check, as the measures take it; the bound that is there is the target. */
export function requirementOf({
  atLeast,
  atMost,
  measure,
  basis,
  minimumRows,
  owner,
  setOn,
}: z.infer<typeof Asked>): Answerable {
  return {
    target: atLeast === undefined ? { atMost: atMost ?? 0 } : { atLeast },
    owner,
    setOn,
    ...(measure === undefined ? {} : { measure }),
    ...(basis === undefined ? {} : { basis }),
    ...(minimumRows === undefined ? {} : { minimumRows }),
  }
}
