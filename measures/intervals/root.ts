/**
 * The place where a falling function changes its sign, between a point where it is positive and one where it is not: halved until no
 * number lies between the two.
 */
export function crossing(f: (x: number) => number, positiveAt: number, negativeAt: number): number {
  let [positive, negative] = [positiveAt, negativeAt]
  for (;;) {
    const middle = (positive + negative) / 2
    if (middle === positive || middle === negative) return middle
    if (f(middle) > 0) positive = middle
    else negative = middle
  }
}
