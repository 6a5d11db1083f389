/** What a run is busy with, in its order. */
export type Stage = 'looking at the file' | 'counting' | 'computing' | 'writing'

/** Told while a run goes on. `percent` is of the whole run, 0 to 100, and never goes back. */
export type Progress = { stage: Stage; percent: number }
