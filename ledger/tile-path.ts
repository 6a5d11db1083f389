import { requireCount, requireFields, requireText } from './arguments.ts'
import { LedgerError } from './errors.ts'
import { parseDecimal } from './line-fields.ts'

/** Hashes in a full tile, entries in a full bundle. */
export const TILE_WIDTH = 256
const HIGHEST_LEVEL = 63

/** One tile (level 0 to 63) or entry bundle (level 'entries'): the index-th of its level, 1 to 256 wide. */
export type TileAddress = { level: number | 'entries'; index: number; width: number }

/** The path below the log's prefix, such as `tile/0/x001/x234/067` or `tile/entries/000.p/5` (C2SP tlog-tiles). */
export function tilePath(address: TileAddress): string {
  requireFields('address', address)
  const { level, index, width } = address
  requireCount('index', index)
  if (level !== 'entries') requireCount('level', level)
  if (level !== 'entries' && level > HIGHEST_LEVEL) throw malformed(`level ${level} is above ${HIGHEST_LEVEL}`)
  if (!Number.isSafeInteger(width) || width < 1 || width > TILE_WIDTH) throw malformed(`width ${width} is not 1 to 256`)
  return `tile/${level}/${encodeTileIndex(index)}${width === TILE_WIDTH ? '' : `.p/${width}`}`
}

/** Reads what `tilePath` writes; every tile has one path, and any other throws `malformed-tile`. */
export function parseTilePath(path: string): TileAddress {
  requireText('path', path)
  const [, level, index, width] = /^tile\/(entries|[0-9]+)\/([x0-9/]+?)(?:\.p\/([0-9]+))?$/.exec(path) ?? []
  if (level === undefined || index === undefined) throw malformed(`the path ${path}`)
  const address: TileAddress = {
    level: level === 'entries' ? 'entries' : numberIn(level, path),
    index: decodeTileIndex(index),
    width: width === undefined ? TILE_WIDTH : numberIn(width, path),
  }
  if (tilePath(address) !== path) throw malformed(`the path ${path}`)
  return address
}

/** The index as path elements of three digits, all but the last with an `x` before: 1234067 is `x001/x234/067`. */
export function encodeTileIndex(index: number): string {
  requireCount('index', index)
  const digits = String(index)
  const elements = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/.../g) ?? []
  return elements.map((element, at) => (at < elements.length - 1 ? `x${element}` : element)).join('/')
}

/** Reads what `encodeTileIndex` writes; throws `malformed-tile` for any other text, needless leading elements too. */
export function decodeTileIndex(text: string): number {
  requireText('index', text)
  const index = parseDecimal(text.replaceAll(/[x/]/g, '').replace(/^0+(?=.)/, ''))
  if (index === null || encodeTileIndex(index) !== text) throw malformed(`the index ${text}`)
  return index
}

function numberIn(digits: string, path: string): number {
  const value = parseDecimal(digits)
  if (value === null) throw malformed(`the path ${path}`)
  return value
}

function malformed(what: string): LedgerError {
  return new LedgerError('malformed-tile', `Not a tile of a log: ${what}.`)
}
