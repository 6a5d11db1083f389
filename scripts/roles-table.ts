// Writes the table of docs/for-users/roles.md from the permissions that the rooms declare; a test holds the page to it.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { permissions } from '../server/app/permissions.ts'
import { type Relation, type Role, roles } from '../server/kernel/permission.ts'

const page = fileURLToPath(new URL('../docs/for-users/roles.md', import.meta.url))
const marks = ['<!-- table: node scripts/roles-table.ts -->', '<!-- end of table -->'] as const

const heads: Record<Role, string> = {
  owner: 'Owner',
  'aims-manager': 'AIMS manager',
  contributor: 'Contributor',
  approver: 'Approver',
  'internal-auditor': 'Internal auditor',
  'external-auditor': 'External auditor',
  employee: 'Employee',
}
const signs: Record<Relation, string> = { any: 'yes', unit: 'unit', own: 'own' }

/** What each role may do, one row for all verbs of a room with the same rights. What no role holds is left out. */
export function rolesTable(): string {
  const rows = new Map<string, string[]>()
  for (const [permission, byRole] of Object.entries(permissions).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const [room = '', verb = ''] = permission.split(':')
    const cells = roles.map((role) => (byRole[role] ? signs[byRole[role]] : ''))
    if (cells.every((cell) => cell === '')) continue
    const key = `${room} | ${cells.join(' | ')}`
    rows.set(key, [...(rows.get(key) ?? []), verb])
  }
  const lines = [...rows].map(([key, verbs]) => {
    const [room, ...cells] = key.split(' | ')
    return `| \`${room}\` | ${verbs.join(', ')} | ${cells.join(' | ')} |`
  })
  const head = ['Room', 'May', ...roles.map((role) => heads[role])]
  return [`| ${head.join(' | ')} |`, `|${' --- |'.repeat(head.length)}`, ...lines].join('\n')
}

/** The table as it stands on the page. */
export function tableOnPage(): string {
  const text = readFileSync(page, 'utf8')
  return text.slice(text.indexOf(marks[0]) + marks[0].length, text.indexOf(marks[1])).trim()
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = readFileSync(page, 'utf8')
  const before = text.slice(0, text.indexOf(marks[0]) + marks[0].length)
  writeFileSync(page, `${before}\n\n${rolesTable()}\n\n${text.slice(text.indexOf(marks[1]))}`)
}
