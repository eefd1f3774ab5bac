import { expect, test } from 'vitest'
import { maskedByRules } from './mask-by-rules.ts'

test.each([
  ['acct holder Mr Desmond Achterberg, im his PA', 'acct holder Mr D*, im his PA'],
  ['Mdm Goh Siew Lian will collect', 'Mdm G* will collect'],
  ["i'm Callum Braithwaite btw", "i'm C* btw"],
  ['持卡人:HE YUCHEN 跟护照一样', '持卡人:H* 跟护照一样'],
  ['您是Olivia Carter吗', '您是O*吗'],
  ['recipient: Wong Ka Ming, HK', 'recipient: W*, HK'],
  ['收件人写成拼音 Zhong Meiling，海关退回', '收件人写成拼音 Z*，海关退回'],
  ['乘机人姓名 LIAO/YUTING 填反了', '乘机人姓名 L* 填反了'],
])('whom somebody names in letters is hidden but for a letter: %s', (text, masked) => {
  expect(maskedByRules(text).text).toBe(masked)
})

test.each([
  'dear Customer Service team',
  'contact：after six pm',
  'I am Black Friday crazy',
  '收件人 apple store 填不了',
  '我叫Uber，司机没来',
  '我叫 Didi，电话打不通',
  '客户叫我Boss吧',
])('words with capitals are no name: %s', (text) => {
  expect(maskedByRules(text).text).toBe(text)
})
