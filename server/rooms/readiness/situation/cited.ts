// How parts of the situation name records.

/** A record that a finding cites: `ref` is its SubjectRef, such as `document:…`. */
export type Cited = { ref: string; name: string }

/** Records that fall short: how many in all, and the worst few of them. */
export type Shortfall = { count: number; worst: Cited[] }

/** A review at planned intervals: the last one, and whether the next is overdue today. Null where there was none. */
export type Review = { lastOn: string; dueOn: string | null; overdue: boolean } | null
