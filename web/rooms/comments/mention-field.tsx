import { Textarea } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { t } from '../../messages/index.ts'
import { useRecord } from '../../ui/api.ts'
import type { FormState } from '../../ui/form.tsx'
import { fieldOf, inputProps } from '../../ui/form/field.ts'
import styles from './comments.module.css'
import { askedAt, complete, type Mention } from './mentions.ts'

/** What is typed, and who was chosen while typing it. */
export type Typed = { typed: string; chosen: Mention[] }
export type CommentValues = { text: Typed }

type Person = { id: string; name: string; email: string }
type Props = { form: FormState<CommentValues>; about: string; label: string }

/** Text in which an @ offers the people who may see the record. The arrows choose, Enter takes, Escape leaves it a word. */
export function MentionField({ form, about, label }: Props) {
  const box = useRef<HTMLTextAreaElement>(null)
  const list = useId()
  const [asked, setAsked] = useState<ReturnType<typeof askedAt>>(null)
  const [at, setAt] = useState(0)
  const caret = useRef<number | null>(null)
  const people = usePeople(about, asked?.words ?? null)
  const props = { form, name: 'text' as const, label, help: t('A little Markdown works. Type @ to mention somebody.') }
  const field = fieldOf<CommentValues, Typed>(props)
  const { typed, chosen } = field.value
  // whoever opened the form wants to write
  useEffect(() => box.current?.focus(), [])
  useEffect(() => {
    if (caret.current === null) return
    box.current?.focus()
    box.current?.setSelectionRange(caret.current, caret.current)
    caret.current = null
  }, [typed])

  const type = (text: string, position: number) => {
    field.change({ typed: text, chosen })
    setAsked(askedAt(text, position))
    setAt(0)
  }
  const take = (person: Person) => {
    if (!asked) return
    const name = calledAmong(person, [...people, ...chosen])
    const done = complete(typed, asked, name)
    field.change({ typed: done.text, chosen: withMention(chosen, { id: person.id, name }) })
    setAsked(null)
    caret.current = done.caret
  }
  const press = (event: KeyboardEvent) => {
    const person = people[at]
    if (!asked || !person) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) setAt((at + step + people.length) % people.length)
    else if (event.key === 'Enter' || event.key === 'Tab') take(person)
    else if (event.key === 'Escape') setAsked(null)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const open = asked !== null && people.length > 0
  return (
    <div>
      <Textarea
        {...inputProps(props, field)}
        ref={box}
        classNames={{ input: styles.textarea ?? '' }}
        rows={3}
        value={typed}
        onChange={({ currentTarget: { value, selectionStart } }) => type(value, selectionStart)}
        onKeyDown={press}
        onBlur={() => setAsked(null)}
        aria-autocomplete="list"
        {...(open && { 'aria-controls': list, 'aria-activedescendant': `${list}-${at}` })}
      />
      {open && (
        <ul className={styles.people} role="listbox" id={list} aria-label={t('People to mention')}>
          {people.map((person, place) => (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are the text's, which keeps the focus
            <li
              key={person.id}
              id={`${list}-${place}`}
              role="option"
              aria-selected={place === at}
              tabIndex={-1}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(person)}
            >
              <span>{person.name}</span> <span className={styles.muted}>{person.email}</span>
            </li>
          ))}
        </ul>
      )}
      <p className={styles.said} role="status">
        {asked && people.length === 0 && t('Nobody of this name may see this record.')}
      </p>
    </div>
  )
}

function usePeople(about: string, words: string | null): Person[] {
  const [q] = useDebouncedValue(words, 150)
  const path = words === null || q === null ? null : '/comments/mentionable'
  const { data } = useRecord<{ items: Person[] }>(path, { subject: about, limit: 6, q: q ?? '' })
  return words === null ? [] : (data?.items ?? [])
}

/** Two people of one name are told apart by their addresses. */
function calledAmong({ id, name, email }: Person, others: readonly Mention[]): string {
  const another = others.some((one) => one.id !== id && one.name === name)
  return another ? `${name} (${email})` : name
}

function withMention(chosen: readonly Mention[], mention: Mention): Mention[] {
  return [...chosen.filter(({ id }) => id !== mention.id), mention]
}
