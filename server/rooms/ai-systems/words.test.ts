import { expect, test } from 'vitest'
import * as screening from '../screening/rules/words.ts'
import { euAiActRoles, iso22989Roles } from './rules/words.ts'

test('the roles that are confirmed here are the roles that the screening suggests', () => {
  expect(iso22989Roles).toEqual(screening.iso22989Roles)
  expect(euAiActRoles).toEqual(screening.euAiActRoles)
})
