import { expect, test } from 'vitest'
import { draftOnDisk } from './draft-on-disk.ts'

const stored = (typed: string): string => draftOnDisk(typed, typed.length).text

test.each([
  ['短信里是 620917', '短信里是 ******'],
  ['短信里是 620917 这', '短信里是 ****** *'],
  ['350521，九九年的，1999103', '350***，**年的，*******'],
  ['Mr Desmond', 'Mr D******'],
  ['请找 Mdm Goh', '请找 Mdm G**'],
  ['持卡人:HE Y', '持卡人:H* *'],
  ['乘机人姓名 LIAO/Y', '乘机人姓名 L***/*'],
  ['阿卜杜热西提·买', '******·*'],
  ['licence HARCO 80', 'licence ***** **'],
  ['security answer is ro', 'security answer is **'],
  ['A123456(7', 'A******(*'],
])('%s, while it is typed, is %s on the disk', (typed, draft) => {
  expect(stored(typed)).toBe(draft)
})

test.each(['短信里是 3 条', 'Mr W', 'licence is needed', 'security answer'])('%s stands', (typed) => {
  expect(stored(typed)).toBe(typed)
})
