import { knowRecordKinds } from '../ui/references.ts'
import type { Command, NavEntry, RoomPages, RoomRoute } from '../ui/room-pages.ts'

// The one place that knows the rooms: whatever folder of web/rooms has an index.tsx is on the page.
const found = import.meta.glob<RoomPages>('../rooms/*/index.tsx', { eager: true, import: 'pages' })
const rooms = Object.values(found)

export const navigation: NavEntry[] = rooms.flatMap(({ nav }) => nav).toSorted((a, b) => a.order - b.order)
export const routes: RoomRoute[] = rooms.flatMap((room) => room.routes)
knowRecordKinds(rooms.flatMap((room) => room.records ?? []))

export const commands: Command[] = rooms.flatMap((room) => room.commands ?? [])
