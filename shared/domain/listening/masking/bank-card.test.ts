import { expect, test } from 'vitest'
import { maskText } from './mask-text.ts'

test.each([
  ['6222021234567890128', '****0128'],
  ['6222 0212 3456 7890 128', '****0128'],
  ['6222-0212-3456-7890-128', '****0128'],
  ['62220212345678903', '****8903'],
  ['622202123456789012', '****9012'],
  ['622202 1234567890128', '****0128'],
  ['４１１１１１１１１１１１１１１１', '****1111'],
  ['5555 5555 5555 4444', '****4444'],
  ['卡号4111111111111111，尾号1111', '卡号****1111，尾号1111'],
  ['6222/0212/3456/7890/128', '****0128'],
  ['6222然后0212然后3456然后7890然后128', '****0128'],
  ['银行卡6222 0212 3456\n7890 128', '银行卡****0128'],
  ['𝟼𝟸𝟸𝟸𝟶𝟸𝟷𝟸𝟹𝟺𝟻𝟼𝟽𝟾𝟿𝟶𝟷𝟸𝟾', '****0128'],
  ['card no. 4111 1111\n1111 1111', 'card no. ****1111'],
  ['卡号\n4000\n0000\n0000\n0002', '卡号\n****0002'],
  ['4111\n1111\n1111\n1111', '****1111'],
  ['6222\r\n0212\r\n3456\r\n7890\r\n128', '****0128'],
  ['6222★0212★3456★7890★128', '****0128'],
  ['378282246310005', '****0005'],
  ['30569309025904', '****5904'],
  ['3056 930902 5904', '****5904'],
  ['3782 822463 10005', '****0005'],
  ['①4111111111111111', '①****1111'],
])('%s → %s', (text, masked) => {
  expect(maskText(text)).toEqual({ text: masked, found: [{ kind: 'bank_card', count: 1 }] })
})

test.each([
  ['fails the check', '6222021234567890127'],
  ['longer than 16 and not of China', '4111111111111111110'],
  ['groups that no card has', '4111 111 11111 1111'],
  ['20 digits', '62220212345678901283'],
  ['15 digits', '622202123456782'],
  ['an order number by date that passes the check', '2026112100000008'],
  ['a long order number that passes the check', '1234567890123456785'],
  ['amounts in thousands', '411,111,111,111,111,100'],
  ['a quantity in front of a number', '4 111111 111111111'],
  ['amounts below each other that pass the check', '4599\n1299\n1899\n1999'],
  ['amounts beside each other', '4599 1299 1299 1490'],
  ['three in the third group', '4111 1111 111 11111'],
  ['of a card that is told by its number', '卡号 12 张\n4111 1111\n1111 1111'],
  ['a longer column', '4111\n1111\n1111\n1111\n1112'],
  ['a longer column, from its second line on', '2113\n4111\n1111\n1111\n1111'],
  ['lines of another kind', '411111\n11111\n11111'],
  ['lines of more than one kind', '4111\n1111\n\n1111\n1111'],
  ['digits of a fraction', '1.4142135623730951'],
  ['15 digits that begin unlike any card', '388282246310004'],
  ['on two lines, and nobody speaks of a card', '4111 1111\n1111 1111'],
  ['a table of small numbers', '41 11 11 11 11 11 11 11'],
])('%s: left alone', (_name, text) => {
  expect(maskText(text)).toEqual({ text, found: [] })
})
