import type { Permissions } from '#kernel/permission.ts'

/** No role holds it: the sealer alone goes on under a new origin. */
export const permissions = { 'log:open-epoch': {} } satisfies Permissions
