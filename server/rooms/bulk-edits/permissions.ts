import { type Permissions, readers } from '#kernel/permission.ts'

// Changing is each list's own permission, and each record's own route asks for its own as well.
export const permissions = { 'bulk-edits:read': readers } satisfies Permissions
