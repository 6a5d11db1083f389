import { serverWords } from '../server-words.ts'
import { ApiProblem } from '@assay/sdk'
import { useState } from 'react'
import { useWrite, type Done } from '../api.ts'
import { clearDraft, readDraft, writeDraft, type Version } from './draft.ts'

export type Errors = Record<string, string>
/** What an edit is made of: the version it began from, and only the values that differ from there. */
export type Change<Values> = { version: Version | undefined; changed: Partial<Values> }

export type FormOptions<Values, Answer> = {
  /** Names the draft and the fields: `ai-system:new`, `ai-system:42`. */
  id: string
  initial: Values
  /** The record's version, for an edit. */
  version?: Version
  /** Rules to check before the server is asked: from the room's model, the same as the server's. */
  check?: (values: Values) => Partial<Record<keyof Values & string, string>>
  save: (values: Values, change: Change<Values>) => Promise<Answer>
  /** Reads the record again after somebody else's edit came first (412). */
  current?: () => Promise<{ values: Values; version: Version }>
  done?: (answer: Answer) => Done | undefined
  onSaved?: (answer: Answer) => void
}

export type Conflict<Values> = { theirs: Values; version: Version }

export type Form<Values> = {
  id: string
  values: Values
  errors: Errors
  /** Labels of the fields shown, for the summary and the comparison. */
  labels: Map<string, string>
  set: <Name extends keyof Values & string>(name: Name, value: Values[Name]) => void
  submit: () => void
  pending: boolean
  /** What was refused, unless it is a conflict. */
  problem: unknown
  /** Counts refused submissions, so that each one moves the focus to the summary. */
  refusals: number
  conflict: Conflict<Values> | null
  /** Names of the values that differ from where the form began. */
  changed: string[]
  keepMine: () => void
  takeTheirs: () => void
  restored: boolean
  discardDraft: () => void
}

type Begin<Values> = { values: Values; version: Version | undefined }

/** The state of one form: what is typed, kept as a draft until it is saved; what is wrong; a conflict to decide. */
export function useForm<Values extends object, Answer = unknown>(options: FormOptions<Values, Answer>): Form<Values> {
  const { id, initial, version, check, save, current } = options
  const draft = useState(() => readDraft<Values>(id))[0]
  const [begin, setBegin] = useState<Begin<Values>>({ values: initial, version: draft?.version ?? version })
  const [values, setValues] = useState<Values>({ ...initial, ...draft?.values })
  const [restored, setRestored] = useState(draft !== undefined)
  const [errors, setErrors] = useState<Errors>({})
  const [refusals, setRefusals] = useState(0)
  const [conflict, setConflict] = useState<Conflict<Values> | null>(null)
  const [labels] = useState(() => new Map<string, string>())
  const changed: string[] = Object.keys(changes(begin.values, values))

  // Somebody moved the record on while nothing was typed here: the form goes along.
  const [followed, setFollowed] = useState(version)
  if (version !== followed) {
    setFollowed(version)
    if (changed.length === 0) {
      setBegin({ values: initial, version })
      setValues(initial)
    }
  }

  const write = useWrite<Begin<Values>, Answer>({
    write: (it) => save(it.values, { version: it.version, changed: changes(begin.values, it.values) }),
    done: (answer) => options.done?.(answer),
  })

  const refuse = (found: Errors) => {
    setErrors(found)
    setRefusals((count) => count + 1)
  }

  const send = (it: Begin<Values>) => {
    const found = complaints(check?.(it.values))
    if (Object.keys(found).length > 0) return refuse(found)
    setErrors({})
    write.mutate(it, {
      onSuccess: (answer) => {
        clearDraft(id)
        setRestored(false)
        setBegin({ values: it.values, version: versionOf(answer) ?? it.version })
        options.onSaved?.(answer)
      },
      onError: (error) => {
        if (isStale(error) && current) {
          void current().then((now) => meet({ theirs: now.values, version: now.version }, it), refuseUnread)
        } else refuse(errorsOf(error))
      },
    })
  }
  const refuseUnread = () => refuse({})

  /** A newer version with the same values (a move to another state, say) is no conflict: the edit goes on top of it. */
  const meet = (found: Conflict<Values>, it: Begin<Values>) => {
    if (Object.keys(changes(begin.values, found.theirs)).length > 0) return setConflict(found)
    setBegin({ values: found.theirs, version: found.version })
    send({ values: it.values, version: found.version })
  }

  const replace = (next: Values, from: Begin<Values>) => {
    setValues(next)
    writeDraft(id, next, from.version)
  }

  return {
    id,
    values,
    errors,
    labels,
    set: (name, value) => {
      replace({ ...values, [name]: value }, begin)
      if (errors[name] !== undefined)
        setErrors(Object.fromEntries(Object.entries(errors).filter(([at]) => at !== name)))
    },
    submit: () => send({ values, version: begin.version }),
    pending: write.isPending,
    problem: conflict && isStale(write.error) ? null : write.error,
    refusals,
    conflict,
    keepMine: () => {
      if (!conflict) return
      // Where only they have changed something, theirs stays: "mine" is what I have changed.
      const mine = { ...conflict.theirs, ...changes(begin.values, values) }
      replace(mine, { values: conflict.theirs, version: conflict.version })
      setConflict(null)
      setBegin({ values: conflict.theirs, version: conflict.version })
      send({ values: mine, version: conflict.version })
    },
    takeTheirs: () => {
      if (!conflict) return
      setBegin({ values: conflict.theirs, version: conflict.version })
      setValues(conflict.theirs)
      setConflict(null)
      write.reset()
      clearDraft(id)
    },
    changed,
    restored,
    discardDraft: () => {
      clearDraft(id)
      setRestored(false)
      setValues(initial)
      setBegin({ values: initial, version })
      setErrors({})
    },
  }
}

/** The values that differ, compared by content. */
export function changes<Values extends object>(before: Values, after: Values): Partial<Values> {
  const differs = (name: keyof Values) => JSON.stringify(before[name]) !== JSON.stringify(after[name])
  const names = keysOf(after).filter((name) => after[name] instanceof Blob || differs(name))
  const changed: Partial<Values> = {}
  for (const name of names) changed[name] = after[name]
  return changed
}

/** Object.keys forgets the names' type, since a value may carry more than its type says; forms' values do not. */
function keysOf<Values extends object>(values: Values): (keyof Values)[] {
  return Object.keys(values) as (keyof Values)[]
}

function complaints(checked: Partial<Record<string, string>> = {}): Errors {
  const errors: Errors = {}
  for (const [name, message] of Object.entries(checked)) if (message !== undefined) errors[name] = message
  return errors
}

/** The version that a saved record answers with, where it does. */
function versionOf(answer: unknown): Version | undefined {
  const version: unknown = typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'version') : undefined
  return typeof version === 'number' || typeof version === 'string' ? version : undefined
}

function isStale(error: unknown): boolean {
  return error instanceof ApiProblem && error.status === 412
}

/** The server's complaints by field: `/name`, `body/name` and `name` all mean the field `name`. */
export function errorsOf(error: unknown): Errors {
  if (!(error instanceof ApiProblem)) return {}
  return Object.fromEntries(error.problems.map((part) => [part.path.replace(/^\/?(body[./])?/, ''), serverWords(part)]))
}
