import { expect, test } from 'vitest'
import { maskedByRules } from './mask-by-rules.ts'

test.each([
  ['我叫慕容雪，', '我叫慕容*，'],
  ['您是拓跋山先生吗', '您是拓跋*先生吗'],
  ['收件人：令狐冲的', '收件人：令狐*的'],
  ['我是轩辕明，', '我是轩辕*，'],
])('a surname of two signs, none of which is one alone, stays: %s', (text, masked) => {
  expect(maskedByRules(text).text).toBe(masked)
})
