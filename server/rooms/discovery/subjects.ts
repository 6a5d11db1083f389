import type { SubjectReader } from '#platform/subjects.ts'

export const candidateSubjects: SubjectReader = {
  kind: 'scan-candidate',
  permission: 'discovery:read',
  read: (tx, org, ids) =>
    tx
      .selectFrom('scan_candidates')
      .select(['id', 'name', 'state'])
      .where('org_id', '=', org)
      .where('id', 'in', ids)
      .execute(),
}
