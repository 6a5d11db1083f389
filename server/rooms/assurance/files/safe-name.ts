import { basename } from 'node:path'

/** The name without what a file system could take for more than a name; its ending tells the engine the format. */
export function safeName(name: string): string {
  const plain = [...basename(name)].filter((one) => one >= ' ' && one !== '\\' && one !== '/').join('')
  return plain.replace(/^\.+/, '').slice(-200) || 'data'
}
