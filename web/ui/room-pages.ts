import type { ComponentType } from 'react'

/** Where an entry stands in the navigation: the management cycle of the standard, then what lies around it. */
export type Phase =
  | 'context'
  | 'plan'
  | 'support'
  | 'operate'
  | 'evaluate'
  | 'improve'
  | 'assurance'
  | 'ai-use'
  | 'trust'
  | 'settings'

export type Icon = ComponentType<{ size?: number | string; stroke?: number | string; 'aria-hidden'?: boolean }>

export type NavEntry = {
  phase: Phase
  /** Within the phase, smaller first. */
  order: number
  label: string
  to: string
  /** The `to` of the entry that this one belongs to: it is shown while that one, or another that belongs to it, is open. */
  under?: string
  icon: Icon
  /** Shown only to those who hold it. */
  permission?: string
  /** Which of the API's `/inbox` items, by their `what`, count beside the label: `approve-document`. */
  waiting?: string | string[]
}

export type RoomRoute = {
  /** `/ai-systems`, `/ai-systems/$id`: read a parameter with `useParameter('id')`. */
  path: string
  /** The page's file, loaded when it is opened; its default export is the component. */
  page: () => Promise<{ default: ComponentType }>
}

/** Something the command palette offers beyond the navigation. */
export type Command = { label: string; to: string; permission?: string }

/** A kind of record as references (`ai-system:<id>`) name it, and where such a record is shown. */
export type RecordKind = { kind: string; label: string; to: (id: string) => string }

/** What a room shows on the page: exported as `pages` from `web/rooms/<room>/index.tsx`. */
export type RoomPages = { nav: NavEntry[]; routes: RoomRoute[]; commands?: Command[]; records?: RecordKind[] }
