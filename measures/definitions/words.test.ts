import { expect, test } from 'vitest'
import { metricWords } from './index.ts'

test.each([
  ['selection_rate', 'selection rate'],
  ['tpr', 'true positive rate'],
  ['for', 'false omission rate'],
  ['f1', 'F1 score'],
  ['mcc', 'Matthews correlation coefficient'],
  ['auc_of_ours', 'auc of ours'],
])('a sentence calls %s "%s"', (id, words) => {
  expect(metricWords(id)).toBe(words)
})
