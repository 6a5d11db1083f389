import { managers, type Permissions, readers } from '#kernel/permission.ts'

export const permissions = {
  'frameworks:read': readers,
  'frameworks:load-text': managers,
} satisfies Permissions
