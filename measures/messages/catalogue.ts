import { saying } from './said.ts'

/** Every sentence by which this package answers limits and requirements; `saying` tells how they are filled. */
export const measureMessages = {
  // What is judged.
  'rate-of': 'The {rate} of {group}',
  'rate-difference': 'The difference in {rate} of {group} against {other}',
  'rate-ratio': 'The ratio of the {rate} of {group} to that of {other}',
  'metric-of': '{metric} of {group}',
  'rate-held-alike': '{metric} of {group} against {other} with {strata} held alike',
  // Margins and sizes within sentences.
  'from-to': 'from {least} to {most}',
  'at-most': 'at most {most}',
  'at-least': 'at least {least}',
  'has-count': '{of} has {count} {counted}',
  'has-fewer': '{of} has fewer than {limit} {counted}',
  'size-of': '{needed} {counted} of {of}',
  'would-settle': 'about {sizes} would settle it if the value stays as it is (80 % power)',
  'nothing-settles': 'no size can be named that would settle it',
  // Answers to a limit.
  'inside-margin': '{what} is {value} ({confidence} % interval {low} to {high}), wholly inside the margin ({margin}).',
  'below-margin': '{what} is {value} ({confidence} % interval {low} to {high}), wholly below the margin ({margin}).',
  'above-margin': '{what} is {value} ({confidence} % interval {low} to {high}), wholly above the margin ({margin}).',
  'over-edge':
    '{what} is {value} ({confidence} % interval {low} to {high}), which reaches over the edge of the margin ({margin}); {settled}.',
  'on-edge':
    '{what} is {value} ({confidence} % interval {low} to {high}), on the edge of the margin ({margin}) itself; no amount of data settles that.',
  'too-few': '{what} gets no verdict: {small}; a verdict asks for {minimum}.',
  'undefined-here': '{what} is undefined: {reason}.',
  'no-interval': '{what} has no interval, and a point alone is never judged.',
  // Drift of one aspect of a column.
  'change-few-rows':
    'the change lies between {near} and {far}; a verdict takes {fewest} rows on either side, and there are {rows}',
  'change-above': 'the change lies between {near} and {far}, wholly above the margin of {margin}',
  'change-within': 'the change lies between {near} and {far}, wholly within the margin of {margin}',
  'change-untold':
    'the change lies between {near} and {far}, so these rows cannot tell whether it passes the margin of {margin}',
  'nothing-to-compare': '{reason}',
  'column-gone': 'the window lacks this column',
  'column-new': 'the reference lacks this column',
  'column-kind': 'the column held values of kind {before} and now holds values of kind {now}',
  // Answers to a requirement.
  'nobody-asked': 'nobody has set a requirement',
  'asked-late': 'the requirement was set on {setOn}, after the measurement',
  'value-missing': '{reason}',
  'denominator-small': '{denominator} in the denominator, and {least} are needed',
  'value-meets': '{value} is {target}',
  'value-misses': '{value} is not {target}',
  'interval-unknown': 'no interval is known for this number: set the requirement on the file',
  'interval-meets': 'the whole interval [{low}, {high}] is {target}',
  'interval-misses': 'no part of the interval [{low}, {high}] is {target}',
  'interval-straddles': 'the interval [{low}, {high}] lies on both sides of "{target}"',
} as const

export const say = saying(measureMessages)
