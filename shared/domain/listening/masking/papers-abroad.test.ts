import { expect, test } from 'vitest'
import { maskedByRules } from './mask-by-rules.ts'

test.each([
  ['HKID is Y357285(2) please update', 'HKID is *******52 please update'],
  ['我个身份证 K 四八三九二零 括弧六', '我个身份证 *******06'],
  ['K for kilo, four three four, four seven zero, seven in brackets', '*******07'],
  ['NRIC S8619626C matches', 'NRIC *******26 matches'],
  ['客户护照C4VH81NTK，德国籍', '客户护照******81，德国籍'],
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

test.each([
  ['NHS number 485 777 3456, appointment letter', 'NHS number *******56, appointment letter'],
  ['NI number PW 41 82 07 C was on the scanned letter', 'NI number *******07 was on the scanned letter'],
  ["my NI number's P W four one eight two oh seven C", "my NI number's *******07"],
  ['NI num JK 31 84 52 C on the form', 'NI num *******52 on the form'],
  ['住院号0098172要补开清单', '住院号*******72要补开清单'],
  ['MRN 00418829 – bill sent to wrong insurer', 'MRN *******29 – bill sent to wrong insurer'],
  ['greencard A# A 209-448-173, wrong dept', 'greencard A# *******73, wrong dept'],
  ['my Medicare is 1EG4-TE5-MK73', 'my Medicare is *******73'],
  ['medicare ID one e g four t e five m k seven three', 'medicare ID *******73'],
  ['宽带账号 057189034417 欠费停机', '宽带账号 0571****4417 欠费停机'],
])('numbers of health and insurance, and of lines to the net: %s', (text, masked) => {
  expect(maskedByRules(text).text).toBe(masked)
  expect(maskedByRules(masked).text).toBe(masked)
})
