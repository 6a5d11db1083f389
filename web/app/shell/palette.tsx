import { Modal } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type KeyboardEvent } from 'react'
import { t } from '../../messages/index.ts'
import { reading } from '../../ui/api.ts'
import { useAsOf } from '../../ui/as-of.ts'
import { useGo } from '../../ui/navigation.ts'
import { addressOf, kindLabel, type NamedRecord } from '../../ui/references.ts'
import { useSession } from '../../ui/session.ts'
import { commands, navigation } from '../rooms.ts'
import styles from './palette.module.css'
import { groupsFor } from './phases.ts'

type Entry = { label: string; kind: string; to: string }
/** What the API's `/search` answers: records of every room, best first. */
type Found = { items: NamedRecord[] }

const debounceMilliseconds = 150

/** Goes to any page, command or record by typing a part of its name. */
export default function Palette({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const [followed, setFollowed] = useState(false)
  const go = useGo()
  const follow = (to: string) => {
    // The focus belongs to the page that opens, not to what had it before.
    setFollowed(true)
    onClose()
    go(to)
  }
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      returnFocus={!followed}
      onEnterTransitionEnd={() => setFollowed(false)}
      centered={false}
      size="lg"
    >
      <Modal.Overlay />
      <Modal.Content aria-label={t('Search or go to')}>
        <Modal.Body p={0}>
          <Finder onFollow={follow} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

function Finder({ onFollow }: { onFollow: (to: string) => void }) {
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const entries = useEntries(typed)
  const chosen = Math.min(at, entries.length - 1)
  const open = (entry: Entry | undefined) => {
    if (entry) onFollow(entry.to)
  }
  const move = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setAt(Math.min(chosen + 1, entries.length - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(chosen - 1, 0))
    else if (event.key === 'Enter') open(entries[chosen])
    else return
    event.preventDefault()
  }
  return (
    <div className={styles.finder}>
      <div className={styles.field}>
        <IconSearch size={20} aria-hidden />
        <input
          role="combobox"
          aria-label={t('Search or go to')}
          aria-expanded
          aria-controls="palette-results"
          aria-activedescendant={entries.length > 0 ? `palette-${chosen}` : undefined}
          aria-autocomplete="list"
          placeholder={t('A page, a record, something to do')}
          value={typed}
          data-autofocus
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            setAt(0)
          }}
          onKeyDown={move}
        />
      </div>
      <ul id="palette-results" role="listbox" aria-label={t('Results')} className={styles.results}>
        {entries.map((entry, index) => (
          <li
            key={`${entry.kind} ${entry.to} ${entry.label}`}
            id={`palette-${index}`}
            role="option"
            aria-selected={index === chosen}
            ref={(item) => {
              if (index === chosen) item?.scrollIntoView({ block: 'nearest' })
            }}
            onClick={() => open(entry)}
          >
            <span>{entry.label}</span>
            <span className={styles.kind}>{entry.kind}</span>
          </li>
        ))}
      </ul>
      {entries.length === 0 && <p className={styles.none}>{t('Nothing found')}</p>}
    </div>
  )
}

/** Pages and commands at once, records as the server finds them. */
function useEntries(typed: string): Entry[] {
  const { permissions } = useSession()
  const asOf = useAsOf()
  const [q] = useDebouncedValue(typed.trim(), debounceMilliseconds)
  const { data } = useQuery({
    ...reading<Found>('/search', { q, limit: 12 }, asOf),
    enabled: q.length > 1,
    retry: false,
  })
  const groups = groupsFor(navigation, permissions)
  const pages = groups.flatMap(({ label: kind, entries }) => entries.map(({ label, to }) => ({ label, to, kind })))
  const todo = commands
    .filter(({ permission }) => permission === undefined || permissions.includes(permission))
    .map(({ label, to }) => ({ label, to, kind: t('Command') }))
  const home = { label: t('Home'), to: '/', kind: '' }
  const near = [home, ...pages, ...todo].filter(({ label }) => matches(label, typed))
  const records = q === '' ? [] : (data?.items ?? []).flatMap(entryOf)
  return [...near, ...records]
}

/** A record that no room shows cannot be gone to. */
function entryOf({ ref, name }: NamedRecord): Entry[] {
  const to = addressOf(ref)
  return to === undefined ? [] : [{ label: name, to, kind: kindLabel(ref) }]
}

/** Every typed word begins or lies within the label. */
function matches(label: string, typed: string): boolean {
  const text = label.toLocaleLowerCase()
  return typed
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
