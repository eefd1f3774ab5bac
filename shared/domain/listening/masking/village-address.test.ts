import { expect, test } from 'vitest'
import { maskedByRules } from './mask-by-rules.ts'

const cases: readonly [typed: string, masked: string][] = [
  ['我屋里在西渡镇梅花村七组祠堂对门', '我屋里在***祠堂对门'],
  ['写 红旗乡前进村五组王木匠家隔壁', '写 ***'],
  ['石羊镇马家沟三组五十六号附二', '***'],
  ['寄到 大营镇 石桥沟 九组 十四号', '寄到 ***'],
  ['小古城村 钱家滩 三十七号', '***'],
  ['敲 采荷路芙蓉邨28-4-301', '敲 ***'],
  ['光明路铁路小区老八号楼中间门三层东户', '***'],
]

test.each(cases)('%s', (typed, masked) => {
  expect(maskedByRules(typed)).toEqual({ text: masked, found: [{ kind: 'address', count: 1 }] })
})

test('of a village of which no house is told nothing is hidden', () => {
  for (const text of [
    '镇上第三小组赛',
    '村里来了三队人',
    '我们村今年两组都没货',
    '乡下老家 2 号快递点',
    '景德镇瓷器3组都碎了',
    '冰镇西瓜汁五组',
    '城镇居民分三组',
    '村里后头15号才通知',
    '城乡居民医保3组',
  ])
    expect(maskedByRules(text).text).toBe(text)
})
