import { expect, test } from 'vitest'
import { shownWords } from './shown-words.ts'

test('words are told once, in the order in which they were said, and a part of longer ones not at all', () => {
  const words = ['东西都给孩子留好了', '不想再拖累谁', '东西都给孩子留好了，今晚就把药全吃了', '不想再拖累谁']
  expect(shownWords(words)).toEqual(['不想再拖累谁', '东西都给孩子留好了，今晚就把药全吃了'])
})
