import { checkShare } from '../checked.ts'

/**
 * Rows needed so that not a single failure among them shows that at most a share `most` fails: ln(1 − confidence)/ln(1 − most), rounded up,
 * the exact form of the rule of three (3/most at 95 %). With a failure more are needed. One-sided: only the upper end is asked about.
 * @throws RangeError unless share and confidence lie strictly between 0 and 1.
 * @see Hanley, Lippman-Hand (1983), JAMA 249, 1743–1745.
 */
export function sizeWithoutFailure({ most, confidence = 0.95 }: { most: number; confidence?: number }): number {
  checkShare('most', most)
  checkShare('confidence', confidence)
  return Math.ceil(Math.log(1 - confidence) / Math.log1p(-most) - 1e-9)
}
