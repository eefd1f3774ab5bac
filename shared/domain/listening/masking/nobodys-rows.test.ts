import { expect, test } from 'vitest'
import { maskText } from './mask-text.ts'

/** What rules or model took for somebody's, and is of a parcel, goods, a screen, or a row of figures. */
test.each([
  '童装 100 110 120 130 140 150，客户孩子身高138要140',
  '2019 2020 2021 2022 2023 五年账单',
  '步骤1 2 3 4 5 6 7 8 都做了',
  '端口 8080 8081 8082',
  '屏幕 6.78 英寸，2780×1264，450 ppi',
  '69码：6 901234 567892，与箱码不符',
  '条码：6 9 0 1 2 3 4 5 6 7 8 9 2',
  '商品ID 682931047715，详情页写错',
  '订单号3417720418826604177，还没发货',
  '拼团单241103-138041772256003 已成团',
  'tracking 1Z 84E 29A 03 9471 6058 no update',
  'FedEx 7748 2093 1165 delayed',
  '图片尺寸logo@2x.png 要800×800',
  '川A 粤B 都能装，ETC 支架',
  '我姓张，你叫我张姐就行',
  'S 155-160 M 160-165 L 165-170',
  '医疗器械 浙械注准20182260571',
  '评分 5 5 4 5 3 5 5，均值 4.57',
  '我是黄码',
  '安溪县罗岩村的茶厂对面开了店',
  'iphone15这是我微信登录的手机',
  '商品 ID 683920174455 下架，改链接 683920174982',
  '旧款货号 20881734，新款 20881790 库存不够',
  '361° 运动鞋 571912203 断码',
  '连衣裙 880417265 到货了没',
  'the blue one 571912203 is out of stock',
  '快照 2024_03_15_143207.png 上传失败',
  '截图20260315-143207-112.jpg打不开',
  'tracking LP00482910377265 stuck at customs',
  'parcel RR00441200356611 returned',
  '查询码 9K-2207，仓库用的',
  '帐篷 3-4人 210*210*135',
  '纸箱 60 * 40 * 35 装不下',
  "Customer: it's over\nAgent: what is?",
])('%s', (text) => {
  expect(maskText(text).text).toBe(text)
})
