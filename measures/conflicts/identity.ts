import { type Confusion, sizeOf } from '../cells.ts'
import { checkRate, checkTable } from '../checked.ts'

/** The three numbers that settle a false positive rate. */
export type Settling = { baseRate: number; ppv: number; fnr: number }

/**
 * FPR = p/(1−p) · (1−PPV)/PPV · (1−FNR): the false positive rate that a group with base rate p must have. Null where nothing settles it
 * (p = 1 or PPV = 0). A value above 1 means that no decision has these three numbers.
 * Chouldechova, "Fair prediction with disparate impact", Big Data 2017.
 * @throws RangeError when a rate is none.
 */
export function impliedFpr({ baseRate, ppv, fnr }: Settling): number | null {
  checkRate('baseRate', baseRate)
  checkRate('ppv', ppv)
  checkRate('fnr', fnr)
  if (baseRate === 1 || ppv === 0) return null
  return (baseRate / (1 - baseRate)) * ((1 - ppv) / ppv) * (1 - fnr)
}

/** One group's own numbers in the identity; null where the group has none, with the reason. */
export type Identity = {
  baseRate: number | null
  ppv: number | null
  fnr: number | null
  fpr: number | null
  implied: number | null
  reason?: string
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole
}

/** The identity of one group: `implied` equals `fpr` up to rounding wherever both are defined. @throws RangeError for counts that are none */
export function identityOf(table: Confusion): Identity {
  checkTable(table)
  const { tp, fp, fn, tn } = table
  const own = {
    baseRate: share(tp + fn, sizeOf(table)),
    ppv: share(tp, tp + fp),
    fnr: share(fn, tp + fn),
    fpr: share(fp, fp + tn),
  }
  const { baseRate, ppv, fnr } = own
  if (baseRate === null || ppv === null || fnr === null) {
    const missing =
      baseRate === null ? 'nobody was counted' : ppv === null ? 'nobody was selected' : 'nobody is positive'
    return { ...own, implied: null, reason: missing }
  }
  const implied = impliedFpr({ baseRate, ppv, fnr })
  const reason = baseRate === 1 ? 'nobody is negative' : 'nobody was selected rightly, so the identity has no answer'
  return implied === null ? { ...own, implied, reason } : { ...own, implied }
}

/** What equality with a reference would cost a group. */
export type Price = { own: Identity; reference: Identity; wouldBe: number | null; text: string }

function percent(rate: number): string {
  return `${(100 * rate).toFixed(1)} %`
}

/**
 * What a group's false positive rate would have to be if it had the reference's PPV and FNR but kept its own base rate: the price of
 * equalising those two. Without a defined identity in both, `wouldBe` is null and the text says why.
 */
export function priceOfEquality(group: Confusion, reference: Confusion): Price {
  const own = identityOf(group)
  const other = identityOf(reference)
  if (own.baseRate === null || own.fpr === null || other.ppv === null || other.fnr === null || other.fpr === null) {
    const reason = own.reason ?? other.reason ?? 'nobody is negative'
    return { own, reference: other, wouldBe: null, text: `The price of equality cannot be told: ${reason}.` }
  }
  const wouldBe = impliedFpr({ baseRate: own.baseRate, ppv: other.ppv, fnr: other.fnr })
  if (wouldBe === null)
    return {
      own,
      reference: other,
      wouldBe,
      text: 'The price of equality cannot be told: PPV is 0 or nobody is negative.',
    }
  const opening = `With a PPV of ${percent(other.ppv)} and an FNR of ${percent(other.fnr)}, as the reference has`
  const impossible = `${opening}, a base rate of ${percent(own.baseRate)} leaves no possible false positive rate.`
  const possible = `${opening}, this group's base rate of ${percent(own.baseRate)} forces a false positive rate of ${percent(wouldBe)}; it has ${percent(own.fpr)} now and the reference has ${percent(other.fpr)}.`
  return { own, reference: other, wouldBe: wouldBe > 1 ? null : wouldBe, text: wouldBe > 1 ? impossible : possible }
}
