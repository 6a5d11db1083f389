import { ApiProblem } from '@assay/sdk'
import { useSyncExternalStore } from 'react'
import { t } from '../../messages/index.ts'
import { api, queryClient, reading } from '../../ui/api.ts'
import { clearDraft, readDraft, writeDraft } from '../../ui/form/draft.ts'
import { toast } from '../../ui/toast.ts'
import { addChange, applyChanges, type Change } from './answers.ts'
import type { ScreeningView } from './words.ts'

const settleMilliseconds = 500
const attempts = 5

export type QueueState = { changes: Change[]; saving: boolean; error: unknown }

type Queue = {
  state: QueueState
  add: (change: Change) => void
  /** Saves now what waits; resolves when nothing waits or saving was refused. */
  flush: () => Promise<void>
  subscribe: (listener: () => void) => () => void
}

const queues = new Map<string, Queue>()

/**
 * The answers of one screening that are not saved yet. They are saved a moment after the last one, in order, and go on
 * being saved when the page is left; what could not be saved is kept in this browser tab. Answers of somebody else who
 * works on the same draft stay: only the questions answered here are sent over theirs.
 */
export function useAnswerQueue(id: string): Queue {
  const queue = queues.get(id) ?? openQueue(id)
  useSyncExternalStore(queue.subscribe, () => queue.state)
  return queue
}

function openQueue(id: string): Queue {
  const draftId = `screening:${id}`
  const listeners = new Set<() => void>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | undefined

  const queue: Queue = {
    state: { changes: readDraft<{ changes: Change[] }>(draftId)?.values.changes ?? [], saving: false, error: null },
    add(change) {
      set({ changes: addChange(queue.state.changes, change), error: null })
      clearTimeout(timer)
      timer = setTimeout(() => void queue.flush(), settleMilliseconds)
    },
    flush() {
      clearTimeout(timer)
      running ??= save().finally(() => {
        running = undefined
      })
      return running
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  queues.set(id, queue)

  function set(next: Partial<QueueState>) {
    queue.state = { ...queue.state, ...next }
    if (queue.state.changes.length > 0) writeDraft(draftId, { changes: queue.state.changes }, undefined)
    else clearDraft(draftId)
    for (const listener of listeners) listener()
  }

  async function save() {
    set({ saving: true, error: null })
    try {
      while (queue.state.changes.length > 0) {
        const sent = queue.state.changes
        await send(id, sent)
        set({ changes: queue.state.changes.filter((change) => !sent.includes(change)) })
      }
    } catch (error) {
      set({ error })
    }
    set({ saving: false })
  }

  return queue
}

/** Saves over the latest version; when somebody else was first, over theirs. */
async function send(id: string, changes: Change[], attempt = 1): Promise<void> {
  const query = reading<ScreeningView>(`/screenings/${id}`)
  const before = attempt === 1 ? await queryClient.ensureQueryData(query) : await read(query)
  try {
    await api.patch(
      `/screenings/${id}`,
      { answers: applyChanges(before.answers, changes) },
      { version: before.version },
    )
  } catch (error) {
    if (!(error instanceof ApiProblem && error.status === 412) || attempt === attempts) throw error
    if (attempt === 1) toast({ message: t('Somebody else answers too. Their answers are shown here now.') })
    return send(id, changes, attempt + 1)
  }
  await read(query)
}

function read(query: ReturnType<typeof reading<ScreeningView>>): Promise<ScreeningView> {
  return queryClient.fetchQuery({ ...query, staleTime: 0 })
}
