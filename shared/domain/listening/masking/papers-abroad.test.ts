import { expect, test } from 'vitest'
import { maskedByRules } from './mask-by-rules.ts'

test.each([
  ['HKID is Y357285(2) please update', 'HKID is *******52 please update'],
  ['我个身份证 K 四八三九二零 括弧六', '我个身份证 *******06'],
  ['K for kilo, four three four, four seven zero, seven in brackets', '*******07'],
  ['NRIC S8619626C matches', 'NRIC *******26 matches'],
  ['my IC is S eight six one nine six two six C', 'my IC is *******26'],
  ['ok the social is 418-62-9075', 'ok the social is *******75'],
  ['driving licence HARCO 804 172 PJ9 XW for the car', 'driving licence *******29 for the car'],
  ['军官证 南字第07182946号 有优惠没有', '军官证 *******46 有优惠没有'],
  ['护照过期换新了 旧号G48203917 新号EB6172904', '护照过期换新了 旧号******17 新号******04'],
  ['EA7719305 is my passport number', '******05 is my passport number'],
  ['三五零五二一 哎 九九年的 一九九九一零三一 零七六二', '350***********0762'],
  ['前面五一零一零七 出生是九九年十一月三十 然后四八二四', '前面510***********4824'],
])('%s → %s', (told, masked) => {
  expect(maskedByRules(told).text).toBe(masked)
  expect(maskedByRules(masked).text).toBe(masked)
})

test.each([
  '型号 K12345(6 只装)',
  'the social team posted 418 times',
  '驾驶证过期了怎么租车',
  'model S8619 in colour C',
  '社保号查不到',
  '350521 单 1999 件',
])('%s stands', (line) => {
  expect(maskedByRules(line).text).toBe(line)
})
