import { clause101 } from './clause-10-1.ts'
import { clause102 } from './clause-10-2.ts'
import { clause41 } from './clause-4-1.ts'
import { clause42 } from './clause-4-2.ts'
import { clause43 } from './clause-4-3.ts'
import { clause44 } from './clause-4-4.ts'
import { clause51 } from './clause-5-1.ts'
import { clause52 } from './clause-5-2.ts'
import { clause53 } from './clause-5-3.ts'
import { clause611 } from './clause-6-1-1.ts'
import { clause612 } from './clause-6-1-2.ts'
import { clause613 } from './clause-6-1-3.ts'
import { clause614 } from './clause-6-1-4.ts'
import { clause62 } from './clause-6-2.ts'
import { clause63 } from './clause-6-3.ts'
import { clause71 } from './clause-7-1.ts'
import { clause72 } from './clause-7-2.ts'
import { clause73 } from './clause-7-3.ts'
import { clause74 } from './clause-7-4.ts'
import { clause751 } from './clause-7-5-1.ts'
import { clause752 } from './clause-7-5-2.ts'
import { clause753 } from './clause-7-5-3.ts'
import { clause81 } from './clause-8-1.ts'
import { clause82 } from './clause-8-2.ts'
import { clause83 } from './clause-8-3.ts'
import { clause84 } from './clause-8-4.ts'
import { clause91 } from './clause-9-1.ts'
import { clause921 } from './clause-9-2-1.ts'
import { clause922 } from './clause-9-2-2.ts'
import { clause931 } from './clause-9-3-1.ts'
import { clause932 } from './clause-9-3-2.ts'
import { clause933 } from './clause-9-3-3.ts'
import { controlA102 } from './control-a-10-2.ts'
import { controlA103 } from './control-a-10-3.ts'
import { controlA104 } from './control-a-10-4.ts'
import { controlA22 } from './control-a-2-2.ts'
import { controlA23 } from './control-a-2-3.ts'
import { controlA24 } from './control-a-2-4.ts'
import { controlA32 } from './control-a-3-2.ts'
import { controlA33 } from './control-a-3-3.ts'
import { controlA42 } from './control-a-4-2.ts'
import { controlA43 } from './control-a-4-3.ts'
import { controlA44 } from './control-a-4-4.ts'
import { controlA45 } from './control-a-4-5.ts'
import { controlA46 } from './control-a-4-6.ts'
import { controlA52 } from './control-a-5-2.ts'
import { controlA53 } from './control-a-5-3.ts'
import { controlA54 } from './control-a-5-4.ts'
import { controlA55 } from './control-a-5-5.ts'
import { controlA612 } from './control-a-6-1-2.ts'
import { controlA613 } from './control-a-6-1-3.ts'
import { controlA622 } from './control-a-6-2-2.ts'
import { controlA623 } from './control-a-6-2-3.ts'
import { controlA624 } from './control-a-6-2-4.ts'
import { controlA625 } from './control-a-6-2-5.ts'
import { controlA626 } from './control-a-6-2-6.ts'
import { controlA627 } from './control-a-6-2-7.ts'
import { controlA628 } from './control-a-6-2-8.ts'
import { controlA72 } from './control-a-7-2.ts'
import { controlA73 } from './control-a-7-3.ts'
import { controlA74 } from './control-a-7-4.ts'
import { controlA75 } from './control-a-7-5.ts'
import { controlA76 } from './control-a-7-6.ts'
import { controlA82 } from './control-a-8-2.ts'
import { controlA83 } from './control-a-8-3.ts'
import { controlA84 } from './control-a-8-4.ts'
import { controlA85 } from './control-a-8-5.ts'
import { controlA92 } from './control-a-9-2.ts'
import { controlA93 } from './control-a-9-3.ts'
import { controlA94 } from './control-a-9-4.ts'
import type { Rule } from './rule.ts'

/** The declared table: one rule for each of the 32 clauses and 38 controls, in the order of the standard. */
export const rules: readonly Rule[] = [
  clause41,
  clause42,
  clause43,
  clause44,
  clause51,
  clause52,
  clause53,
  clause611,
  clause612,
  clause613,
  clause614,
  clause62,
  clause63,
  clause71,
  clause72,
  clause73,
  clause74,
  clause751,
  clause752,
  clause753,
  clause81,
  clause82,
  clause83,
  clause84,
  clause91,
  clause921,
  clause922,
  clause931,
  clause932,
  clause933,
  clause101,
  clause102,
  controlA22,
  controlA23,
  controlA24,
  controlA32,
  controlA33,
  controlA42,
  controlA43,
  controlA44,
  controlA45,
  controlA46,
  controlA52,
  controlA53,
  controlA54,
  controlA55,
  controlA612,
  controlA613,
  controlA622,
  controlA623,
  controlA624,
  controlA625,
  controlA626,
  controlA627,
  controlA628,
  controlA72,
  controlA73,
  controlA74,
  controlA75,
  controlA76,
  controlA82,
  controlA83,
  controlA84,
  controlA85,
  controlA92,
  controlA93,
  controlA94,
  controlA102,
  controlA103,
  controlA104,
]
