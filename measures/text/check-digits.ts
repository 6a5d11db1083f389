/**
 * Whether a digit string has a right Luhn check digit (ISO/IEC 7812-1), as numbers of payment cards have. Blanks and hyphens are passed
 * over; anything else that is no digit, or fewer than two digits, is false.
 */
export function hasLuhnDigit(text: string): boolean {
  const digits = text.replaceAll(/[ -]/g, '')
  if (!/^\d{2,}$/.test(digits)) return false
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i])
    const doubled = i % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

/** Whether an IBAN has right check digits: rearranged and with letters as 10 to 35 it leaves 1 when divided by 97 (ISO 13616, ISO 7064). */
export function hasIbanDigits(text: string): boolean {
  const iban = text.replaceAll(' ', '').toUpperCase()
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return false
  let rest = 0
  for (const sign of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(sign, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1
}

const dniLetters = 'TRWAGMYFPDXBNJZSQVHLCKE'

/** Whether the letter of a Spanish DNI fits its eight digits (remainder of 23). */
export function hasDniLetter(text: string): boolean {
  const parts = /^(\d{8})-?([A-Z])$/.exec(text.toUpperCase())
  return parts !== null && dniLetters[Number(parts[1]) % 23] === parts[2]
}

/** Whether the key of a French NIR fits (97 less the remainder of 97; Corsica's 2A and 2B count as 19 and 18). */
export function hasNirKey(text: string): boolean {
  const digits = text.replaceAll(' ', '').toUpperCase().replace('2A', '19').replace('2B', '18')
  if (!/^\d{15}$/.test(digits)) return false
  return 97 - (Number(digits.slice(0, 13)) % 97) === Number(digits.slice(13))
}
