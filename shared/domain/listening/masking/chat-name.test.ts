import { expect, test } from 'vitest'
import { maskedByRules } from './mask-by-rules.ts'

test('a name is told letter by letter with any sign between', () => {
  const told = '客户：微信号字母z、h、y，然后六零八三幺。'
  expect(maskedByRules(told).text).toBe('客户：微信号字母z***。')
})

test.each(['微信a、b、c 三个版本', '微信字母大小写都行'])('%s stays', (text) => {
  expect(maskedByRules(text).text).toBe(text)
})
