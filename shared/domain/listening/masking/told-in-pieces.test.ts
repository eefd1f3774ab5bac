import { expect, test } from 'vitest'
import { draftOnDisk } from '../drafts/draft-on-disk.ts'
import { maskedByRules } from './mask-by-rules.ts'

test.each([
  ['尾号五四四三，前面是幺三九二七七六', '尾号五四四三，前面是幺三九※***'],
  ['尾号 5443，前面 139，中间 2776', '尾号 5443，前面 139，中间 ※***'],
  ['中间四位是2776，前三位139，后四位5443', '中间四位是※***，前三位139，后四位5443'],
  ['手机号拆写：前三位181，中四位 0937，末四位 2264', '手机号拆写：前三位181，中四位 ※***，末四位 2264'],
  ['后四位 0101 前面是 1380013', '后四位 0101 前面是 138※***'],
  ['139开头7518结尾中间6204', '139开头7518结尾中间※***'],
  ['中间四位6204，139开头，7518结尾', '中间四位※***，139开头，7518结尾'],
  ['last four digits are 5443, first seven are 1392776', 'last four digits are 5443, first seven are 139※***'],
])('«%s» becomes «%s»', (told, masked) => {
  expect(maskedByRules(told).text).toBe(masked)
  expect(maskedByRules(masked).text).toBe(masked)
})

test.each(['订单尾号5443，前面还有 1392 单', '订单开头 139，结尾 7518', '中间 2776 件，前面 139 件', '前三位是会员'])(
  '%s stands',
  (text) => {
    expect(maskedByRules(text).text).toBe(text)
  },
)

test.each(['尾号 5443，前面 139，中间 2776', '前三位139，中四位 2776'])(
  'its middle is on no disk while it is typed: %s',
  (told) => {
    for (let keys = told.indexOf('中'); keys <= told.length; keys++)
      expect(draftOnDisk(told.slice(0, keys), keys).text).not.toMatch(/中(?:间|四位) \d/)
  },
)

test.each([
  ['use 07391, then 604, then 258, she wrote it', 'use ****4258, she wrote it'],
  ['use 07700, then 900, and then 461 please', 'use ****0461 please'],
  ['press 07391, then 5, then 2', 'press 07391, then 5, then 2'],
])('pieces that words put in their order are one number: %s', (text, masked) => {
  expect(maskedByRules(text).text).toBe(masked)
})
