import { everyone, type Permissions, workers } from '#kernel/permission.ts'

export const permissions = {
  'views:read': everyone,
  // one's own, which nobody else sees
  'views:keep': everyone,
  'views:share': workers,
} satisfies Permissions

/** More than a person keeps apart by name. */
export const mostOwnViews = 100
