import { expect, test } from 'vitest'
import { maskText } from './mask-text.ts'

test.each([
  ['导游阿卜杜会接', '导游阿*会接'],
  ['卓嘎的快递丢了', '卓*的快递丢了'],
  ['转旦增罗布处理', '转旦*处理'],
  ['我是阿卜杜热依木', '我是阿*'],
  ['收件人 阿卜杜外力', '收件人 阿*'],
  ['打给吾买尔江没人接', '打给吾*没人接'],
  ['日本领队 田中健一，到店前一天联系', '日本领队 田中*，到店前一天联系'],
  ['高桥由美子女士来电', '高桥*女士来电'],
])('a name that is written by its sounds, or of Japan: %s', (told, masked) => {
  expect(maskText(told).text).toBe(masked)
})

test.each([
  '扎西德勒祝生意好',
  '乌苏啤酒破了两瓶',
  '铃木汽车配件',
  '小林制药退热贴',
  '中村店没货',
  '清水洗鼻子',
  '阿克苏苹果烂了',
])('what is called by the same sounds stays: %s', (told) => {
  expect(maskText(told).text).toBe(told)
})
