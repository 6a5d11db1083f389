import type { OrganizationId } from '#kernel/id.ts'
import { ok, refuse, type Result } from '#kernel/result.ts'
import { change, type Change, type Changed, read } from '#platform/database/change.ts'
import { inOrganization } from '#platform/operational.ts'
import { type AskRefusal, askForRun } from '../ask-run.ts'
import { countSeen } from '../earlier-runs.ts'
import type { AssuranceParts } from '../parts.ts'
import { hashOf, standingOf } from './stamp.ts'
import {
  isPathMeasuredNow,
  listWatched,
  loadWatch,
  type Look,
  noteLook,
  wasAsked,
  type Watched,
  whyOf,
} from './store.ts'

type Parts = Pick<AssuranceParts, 'door' | 'actor'> & { measuring: Pick<AssuranceParts['measuring'], 'folder'> }

/**
 * Looks at every file that an approved plan of the organization looks at by itself, and asks for a run of what nobody has measured
 * under it. A file that was written to since the look before waits for the next one.
 */
export async function lookAtWatched(parts: Parts, org: OrganizationId): Promise<void> {
  const watched = await read(parts.door, parts.actor(org), 'assurance:run', 'now', ({ tx }) => listWatched(tx, org))
  if (!watched.ok) throw new Error('the system may not look at files')
  for (const it of watched.value) await lookAt(parts, org, it)
}

async function lookAt({ door, actor, measuring: { folder } }: Parts, org: OrganizationId, it: Watched): Promise<void> {
  const note = async (found: Pick<Look, 'came' | 'why' | 'stamp' | 'sha256'>) => {
    await inOrganization(door.pool, org, (tx) => noteLook(tx, org, { watch: it.watch, path: it.path, ...found }))
  }
  const moving = (stamp: string) => note({ came: 'moving', why: null, stamp, sha256: null })
  const refused = (kind: string, stamp: string | null, sha256: string | null = null) =>
    note({ came: 'refused', why: whyOf(kind), stamp, sha256 })

  const found = await standingOf(folder, it.path)
  if (!found.ok) return await refused(found.error.kind, null)
  const { at, stamp } = found.value
  if (stamp !== it.stamp) return await moving(stamp)
  // What was settled about this content stays so: a large file is not read again every hour.
  if (it.sha256 !== null && (it.came === 'asked' || it.came === 'measured')) {
    return await note({ came: it.came, why: null, stamp, sha256: it.sha256 })
  }
  const hash = it.sha256 === null ? await hashOf(at) : ok(it.sha256)
  if (!hash.ok) return await refused(hash.error.kind, stamp)
  const after = await standingOf(folder, it.path)
  if (!after.ok) return await refused(after.error.kind, null)
  if (after.value.stamp !== stamp) return await moving(after.value.stamp)

  const content = { stamp, sha256: hash.value }
  const asked = await change(door, actor(org), 'assurance:run', (by) => askForUnseen(by, it, content, folder))
  if (asked.ok) return
  const { kind } = asked.error
  if (kind === 'forbidden') throw new Error('the system may not ask for runs')
  if (kind === 'measured-before') return await note({ came: 'measured', why: null, ...content })
  if (kind === 'told-otherwise' || kind === 'plan-ended') return
  // A run that waits may be of this content or of another: the next look knows.
  if (kind === 'waits-already') return await moving(stamp)
  await refused(kind, stamp, hash.value)
}

type UnseenRefusal = AskRefusal | { kind: 'measured-before' } | { kind: 'waits-already' } | { kind: 'told-otherwise' }

/** Asks for a run as a person would, unless this content was measured under the plan or asked for by a look before. */
async function askForUnseen(
  it: Change,
  { watch, plan, series, path }: Watched,
  { stamp, sha256 }: { stamp: string; sha256: string },
  folder: string | null,
): Promise<Result<Changed<{ id: string; job: string }>, UnseenRefusal>> {
  const { tx, org } = it
  if ((await loadWatch(tx, org, series))?.path !== path) return refuse({ kind: 'told-otherwise' })
  if (await wasAsked(tx, org, watch, sha256)) return refuse({ kind: 'measured-before' })
  if ((await countSeen(tx, org, { series, fileSha256: sha256 })) > 0) return refuse({ kind: 'measured-before' })
  if (await isPathMeasuredNow(tx, org, { series, path })) return refuse({ kind: 'waits-already' })
  const asked = await askForRun(it, { plan, path }, folder)
  if (!asked.ok) return asked
  await noteLook(tx, org, { watch, path, came: 'asked', why: null, stamp, sha256, run: asked.value.value.id })
  return asked
}
