// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startTexts } from '../../renderer/lib/i18n.ts'
import { patience } from '../builders/patience.ts'

// A window of its own, which knows no texts yet: no other test may share the modules that are forgotten for it.
beforeEach(() => void vi.resetModules())
afterEach(() => startTexts('zh'))

async function aWindowInChinese() {
  const texts = await import('../../renderer/lib/i18n.ts')
  await texts.fetchTexts('zh')
  texts.startTexts('zh')
  return texts
}

test('a language whose texts are not here yet is spoken as soon as they are', async () => {
  const { speak, currentLanguage, textsOf } = await aWindowInChinese()
  speak('en')
  expect(currentLanguage()).toBe('zh')
  await vi.waitFor(() => expect(currentLanguage()).toBe('en'), patience)
  expect(textsOf('today')('page.title')).toBe('Today')
  expect(document.documentElement.lang).toBe('en')
})

test('who wants the first language back before the other one has come keeps it', async () => {
  const { speak, currentLanguage, fetchTexts, textsOf } = await aWindowInChinese()
  speak('en')
  speak('zh')
  await fetchTexts('en')
  await Promise.resolve()
  expect(currentLanguage()).toBe('zh')
  expect(textsOf('today')('page.title')).toBe('今天')
})

test('once its texts are here a language is spoken at once', async () => {
  const { speak, currentLanguage, fetchTexts } = await aWindowInChinese()
  await fetchTexts('en')
  speak('en')
  expect(currentLanguage()).toBe('en')
})
