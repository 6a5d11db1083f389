import { parseCheckpoint, toHex } from '@assay/ledger'
import { v7 as uuidv7 } from 'uuid'
import { subjectRef } from '#kernel/id.ts'
import { ok, type Result } from '#kernel/result.ts'
import type { Change, Changed } from '../database/change.ts'
import { formatOrigin } from './origin.ts'
import type { Loss } from './seal.ts'

/**
 * Goes on under a new origin after a loss, so that nobody takes the new log for the old one. The entry itself names the
 * checkpoint that can no longer be met and which entries are gone.
 */
export async function openEpoch(
  { org, tx, seq }: Change,
  { host, loss }: { host: string; loss: Loss },
): Promise<Result<Changed<{ epoch: number }>, never>> {
  const { epoch, previous, previousSize } = loss
  const kept = seq - 1
  const { root } = parseCheckpoint(previous.note.slice(0, previous.note.indexOf('\n\n') + 1))
  await tx
    .insertInto('log_epochs')
    .values({
      org_id: org,
      id: uuidv7(),
      epoch,
      origin: formatOrigin({ host, org, epoch }),
      previous_checkpoint: previous.note,
      previous_size: previousSize,
      kept_size: kept,
    })
    .execute()
  return ok({
    value: { epoch },
    facts: [
      {
        type: 'log.epoch-opened',
        subject: subjectRef('checkpoint', `${previous.origin}@${previousSize}/${toHex(root)}`),
      },
      { type: 'log.entries-lost', subject: subjectRef('entries', `${kept + 1}-${previousSize}`) },
    ],
  })
}
