import { checkShare } from '../checked.ts'
import { criticalValue, normalQuantile } from '../distributions.ts'

/**
 * Pairs needed for McNemar's test to find that two answers to the same question differ, when a share `onlyFirst` of the pairs has the
 * first answer alone positive and a share `onlySecond` the second: n = [z(1−α/2)·√ψ + z(power)·√(ψ − δ²)]²/δ², with ψ their sum and δ
 * their difference. Null where they are the same.
 * @throws RangeError for shares that are none or exceed 1 together, or an alpha or power not strictly between 0 and 1.
 * @see Miettinen (1968), Biometrics 24, 339–352; Connor (1987), Biometrics 43, 207–211.
 */
export function sizeForPairs(planned: {
  onlyFirst: number
  onlySecond: number
  alpha?: number
  power?: number
}): number | null {
  const { onlyFirst, onlySecond, alpha = 0.05, power = 0.8 } = planned
  if (!(onlyFirst >= 0 && onlySecond >= 0 && onlyFirst + onlySecond <= 1))
    throw new RangeError(`shares of pairs lie between 0 and 1 together; they are ${onlyFirst} and ${onlySecond}`)
  checkShare('alpha', alpha)
  checkShare('power', power)
  const [discordant, gap] = [onlyFirst + onlySecond, onlyFirst - onlySecond]
  if (gap === 0) return null
  const found =
    criticalValue(1 - alpha) * Math.sqrt(discordant) + normalQuantile(power) * Math.sqrt(discordant - gap * gap)
  return Math.ceil((found / gap) ** 2 - 1e-9)
}

/**
 * Outputs that a judge with known errors has to see so that the corrected share is known within ± halfWidth:
 * n = z²·p(1−p)/(halfWidth²·(Se + Sp − 1)²), with p = Se·share + (1 − Sp)(1 − share) what the judge will find. Null where the judge is no
 * better than chance. The calibration sample, by which its errors are known, comes on top.
 * @throws RangeError for shares outside of 0 to 1, or a half-width or confidence not strictly between 0 and 1.
 * @see Rogan, Gladen (1978), American Journal of Epidemiology 107, 71–76; Humphry, Cameron, Gunn (2004), Preventive Veterinary Medicine 65, 173–188.
 */
export function sizeForPrevalence(planned: {
  share: number
  sensitivity: number
  specificity: number
  halfWidth: number
  confidence?: number
}): number | null {
  const { share, sensitivity, specificity, halfWidth, confidence = 0.95 } = planned
  for (const [name, value] of Object.entries({ share, sensitivity, specificity }))
    if (!(value >= 0 && value <= 1)) throw new RangeError(`${name} lies between 0 and 1; it is ${value}`)
  checkShare('halfWidth', halfWidth)
  const youden = sensitivity + specificity - 1
  if (youden <= 0) return null
  const found = sensitivity * share + (1 - specificity) * (1 - share)
  const z = criticalValue(confidence)
  return Math.max(1, Math.ceil((z * z * found * (1 - found)) / (halfWidth * youden) ** 2 - 1e-9))
}
