import { expect, test } from 'vitest'
import learned from '../../../resources/life-channel/model.json'
import words from '../../../resources/life-channel/words.json'
import { makingEar, type WrittenWords } from './ear.ts'

test('the ear is made in so many pieces that a window can let each key go first', () => {
  const { phrases, bare, goesOn, harmless, words: single, senses } = words
  const classes = [phrases, bare, goesOn, harmless, single, senses].flatMap((each) => Object.keys(each)).length
  const models = 3
  expect([...makingEar(words as unknown as WrittenWords, learned, null)]).toHaveLength(classes + models)
})
