import { expect, test } from 'vitest'
import { engineMessages } from '../../engine/messages.ts'
import { measureMessages } from '../../measures/messages/index.ts'
import german from './de/engine-sentences.ts'

const english = new Map(Object.entries({ ...measureMessages, ...engineMessages }))
const said = new Map(Object.entries(german))

test('every sentence of the engine is said in German, and no other', () => {
  const codes = [...english.keys()].map((code) => `engine:${code}`)
  expect(codes.length).toBe(Object.keys(measureMessages).length + Object.keys(engineMessages).length)
  expect([...said.keys()].toSorted()).toEqual(codes.toSorted())
})

test.each([...english])('%s names the same values in German', (code, text) => {
  expect(namesIn(said.get(`engine:${code}`) ?? '')).toEqual(namesIn(text))
})

function namesIn(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).toSorted()
}
