import { t, locale } from '../../messages/index.ts'
import { showNumber } from '../../ui/dates.ts'

const language = locale === 'de' ? 'de-DE' : 'en-GB'

/** "EUR 12,000": the code stands, since a sign can mean several currencies. */
export function showMoney(value: number, currency: string): string {
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    currencyDisplay: 'code',
    maximumFractionDigits: value % 1 === 0 ? 0 : 2,
  }).format(value)
}

export function showFigure(value: number, unit: 'money' | 'count' | 'days' | 'share', currency: string): string {
  switch (unit) {
    case 'money':
      return showMoney(value, currency)
    case 'days':
      return t('{days, plural, one {# day} other {# days}}', { days: value })
    case 'share':
      return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(value)
    case 'count':
      return showNumber(value)
  }
}
