import { requirementByKey, searchRequirements } from '@assay/frameworks'
import type { SubjectReader } from '#platform/subjects.ts'

/** Requirements are named by framework and number: `requirement:ISO-42001-2023/6.1.2`. */
export const requirementSubjects: SubjectReader = {
  kind: 'requirement',
  permission: 'frameworks:read',
  read: (_tx, _org, ids) => {
    const found = ids.flatMap((key) => requirementByKey(key) ?? [])
    return Promise.resolve(found.map(({ key, ref, title }) => ({ id: key, name: `${ref} ${title}` })))
  },
  search: (_tx, _org, words, limit) => {
    const found = searchRequirements(words).filter(({ heading }) => !heading)
    return Promise.resolve(found.slice(0, limit).map(({ key, ref, title }) => ({ id: key, name: `${ref} ${title}` })))
  },
}
