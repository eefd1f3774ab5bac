import { expect, test } from 'vitest'
import { maskText } from './mask-text.ts'

test.each([
  // Behind what somebody is, in front of what they do.
  ['用户梁佩仪反映洗衣机漏水', '用户梁*反映洗衣机漏水'],
  ['司机马占彪说找不到门', '司机马*说找不到门'],
  ['代办人岳凌志来过', '代办人岳*来过'],
  ['会员阚丽华积分没到', '会员阚*积分没到'],
  // Right at their phone, of a people whose names are written by their sounds as well.
  ['联系人崔颖13800138000', '联系人崔*138****8000'],
  ['卓玛 139 8901 2345', '卓* 139****2345'],
  // In front of whom they speak for.
  ['樊秋实代母亲来电问退款', '樊*代母亲来电问退款'],
])('%s becomes %s', (told, masked) => {
  expect(maskText(told).text).toBe(masked)
})

test.each([
  ['客户代邻居来电问快递'],
  ['用户何女士来电'],
  ['用户安装后反映漏水'],
  ['司机马上来电'],
  ['业主车位被占投诉'],
  ['会员龙年活动要参加'],
  ['用户全额要求退'],
  ['找林木做的柜子'],
  ['给凌志车主打电话'],
  ['送梅子一箱'],
])('%s stands', (told) => {
  expect(maskText(told).text).toBe(told)
})
