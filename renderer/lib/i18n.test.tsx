import { afterEach, expect, test } from 'vitest'
import { speak, startTexts } from './i18n.ts'

const { documentElement } = document
const changes = new MutationObserver(() => {})
afterEach(() => {
  changes.disconnect()
  startTexts('zh')
})

test('the page is told its language only when it is another: each time the browser works out all its styles anew', () => {
  startTexts('zh')
  changes.observe(documentElement, { attributeFilter: ['lang'] })
  speak('zh')
  startTexts('zh')
  expect(changes.takeRecords()).toEqual([])
  speak('en')
  expect([documentElement.lang, changes.takeRecords().length]).toEqual(['en', 1])
})
