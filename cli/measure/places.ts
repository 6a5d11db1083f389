import { access, constants, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { Problem } from '@assay/engine'
import type { MeasureOptions } from './options.ts'

/** A file or folder that is to be written, and the folder that it takes. */
type Place = { path: string; file: string; folder: string }

/** Folders that are to be written to are looked at before anything is measured. */
export async function problemsOfPlaces({ told, values }: MeasureOptions, cwd: string): Promise<Problem[]> {
  const written = [...told.map(({ format, file }) => ({ path: format, file })), { path: 'freeze', file: values.freeze }]
  const places = written.flatMap(({ path, file }): Place[] =>
    file === null || file === undefined ? [] : [{ path, file, folder: dirname(resolve(cwd, file)) }],
  )
  const work = values['work-folder']
  if (work !== undefined) places.push({ path: 'work-folder', file: work, folder: resolve(cwd, work) })
  return (await Promise.all(places.map(problemOf))).flat()
}

async function problemOf({ path, file, folder }: Place): Promise<Problem[]> {
  const found = await stat(folder).catch(() => null)
  if (found?.isDirectory() !== true) {
    return [{ path, message: `${file} cannot be written to: there is no folder ${folder}` }]
  }
  try {
    await access(folder, constants.W_OK)
    return []
  } catch {
    return [{ path, message: `${file} cannot be written to: the folder ${folder} is closed to this user` }]
  }
}
