import { managers, type Permissions, readers } from '#kernel/permission.ts'

export const permissions = {
  'screening:read': readers,
  'screening:answer': { ...managers, contributor: 'any' },
  'screening:conclude': managers,
  'screening:report-trigger': { ...managers, contributor: 'any', approver: 'any' },
  'business-case:read': managers,
  'business-case:edit': managers,
} satisfies Permissions
