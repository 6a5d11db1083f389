import type { Condition } from '@assay/measures'
import { asNumber, asText, asTrimmed, isMissing } from './expressions.ts'
import type { Parameters } from './parameters.ts'

/** All conditions hold; none at all always holds. A comparison with a missing or unreadable value does not hold. */
export function allHold(conditions: Condition[], to: Parameters): string {
  return conditions.length === 0 ? 'true' : conditions.map((it) => holds(it, to)).join(' and ')
}

/** The condition can be asked: what it compares is filled in. */
export function allAskable(conditions: Condition[], to: Parameters): string {
  const needed = conditions.flatMap((it) => {
    if (it.is === 'filled' || it.is === 'missing') return []
    return 'otherColumn' in it ? [it.column, it.otherColumn] : [it.column]
  })
  return needed.length === 0 ? 'true' : needed.map((it) => `not ${isMissing(it, [], to)}`).join(' and ')
}

function holds(condition: Condition, to: Parameters): string {
  const { column } = condition
  if ('values' in condition) {
    const values = condition.values.map((it) => to.bind(it))
    const within = values.length === 0 ? 'false' : `coalesce(${asTrimmed(column, to)} in (${values.join(', ')}), false)`
    return condition.is === 'in' ? within : `not ${within}`
  }
  if ('otherColumn' in condition) return comparedColumns(column, condition.is, condition.otherColumn)
  if ('value' in condition) return comparedValue(column, condition.is, condition.value, to)
  return condition.is === 'filled' ? `not ${isMissing(column, [], to)}` : isMissing(column, [], to)
}

function comparedValue(column: string, is: keyof typeof operators, value: string | number, to: Parameters): string {
  const operator = operators[is]
  return typeof value === 'number'
    ? `coalesce((${asNumber(column)}) ${operator} ${to.bind(value)}::double, false)`
    : `coalesce(${asTrimmed(column, to)} ${operator} ${to.bind(value)}, false)`
}

/** As numbers where both are numbers, else as texts: ISO days compare rightly as texts. */
function comparedColumns(left: string, is: keyof typeof operators, right: string): string {
  const [a, b, operator] = [asNumber(left), asNumber(right), operators[is]]
  return `coalesce(case when (${a}) is not null and (${b}) is not null then (${a}) ${operator} (${b})
    else ${asText(left)} ${operator} ${asText(right)} end, false)`
}

const operators = { '=': '=', '!=': '<>', '<': '<', '<=': '<=', '>': '>', '>=': '>=' } as const
