import { expect, test } from 'vitest'
import { maskedByRules } from './mask-by-rules.ts'

test.each([
  ['司机津C 71P05 十点到仓库', '司机津C***** 十点到仓库'],
  ['外地新能源浙AF·38907，充电桩安装单', '外地新能源浙A*****，充电桩安装单'],
  ['京a88888 没带行驶证', '京A***** 没带行驶证'],
  ['车是鲁B—80V2K，停在西门卸货区', '车是鲁B*****，停在西门卸货区'],
  ['汽配适配登记 鄂A/82N1K', '汽配适配登记 鄂A*****'],
  ['WJ京1702X武警车牌，登记自提', 'WJ*****武警车牌，登记自提'],
  ['使馆车 224031使，登记进园区', '使馆车 使*****，登记进园区'],
])('right behind a word where a car is spoken of: %j becomes %j', (text, masked) => {
  expect(maskedByRules(text).text).toBe(masked)
  expect(maskedByRules(masked).text).toBe(masked)
})

test.each([
  '停车券 224031使用了',
  '车主可领 200-300 元油卡',
  '货车 123456领走了',
  '停车券领 100200',
  '京A/B 款 12345',
  '豫A—18度',
  '车衣全新A12345',
  '这个车载支架太贵A12345',
  '换了个全黑A12345',
])('%j stays', (text) => {
  expect(maskedByRules(text).text).toBe(text)
})
