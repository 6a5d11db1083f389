import type { Tone } from './document.ts'

/** The one typographic system of all printed output: colours as RRGGBB, sizes in points. */
export const ink = {
  text: '1b2329',
  muted: '5a6670',
  accent: '1f5068',
  rule: 'c9d1d6',
  hairline: 'e1e6e9',
  panel: 'f4f6f7',
}

/** Each tone has a fill for shapes and charts, and a word colour with at least AA contrast on white. */
export const tones: Record<Tone, { fill: string; word: string; panel: string }> = {
  'step-1': { fill: 'b9d3dc', word: '3c5b68', panel: 'f1f6f8' },
  'step-2': { fill: '7fb0c0', word: '2c5c6e', panel: 'eef5f7' },
  'step-3': { fill: '3f8299', word: '1f5c72', panel: 'eaf3f6' },
  'step-4': { fill: '17495e', word: '17495e', panel: 'e8f1f4' },
  good: { fill: '2f7d5b', word: '22654a', panel: 'ecf5f0' },
  caution: { fill: 'd99a2b', word: '7d5300', panel: 'fdf6e9' },
  bad: { fill: 'b4472f', word: '94341f', panel: 'fbefec' },
  quiet: { fill: 'd5dade', word: '5a6670', panel: 'f4f6f7' },
  note: { fill: '1f5068', word: '1f5068', panel: 'eef3f5' },
}

export const size = { body: 10, table: 8.6, small: 8, title: 30, subtitle: 14, heading: [19, 13.5, 11, 10] as const }
