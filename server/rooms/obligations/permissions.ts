import { managers, type Permissions, readers, workers } from '#kernel/permission.ts'

export const permissions = {
  'obligations:read': readers,
  'obligations:edit': { ...workers, approver: 'any' },
  'obligations:decide': managers,
  'obligations:review': { ...managers, approver: 'any' },
} satisfies Permissions
