import { expect, test } from 'vitest'
import { maskedByRules } from './mask-by-rules.ts'

test.each([
  // Beside how somebody is reached.
  ['何俊杰\n15726839014\n江苏省南京市江宁区胜太西路168号6栋1204', '何*\n157****9014\n江苏省南京市江宁区***'],
  ['周婉清，15726839014，改送货', '周*，157****9014，改送货'],
  ['15726839014 周婉清', '157****9014 周*'],
  ['周婉清15726839014', '周*157****9014'],
  ['周婉清 浙江省杭州市西湖区文三路90号', '周* 浙江省杭州市西湖区***'],
  // Behind who somebody is, in front of what they do.
  ['会员周婉清来投诉', '会员周*来投诉'],
  ['转给周婉清', '转给周*'],
  ['To: 周婉清', 'To: 周*'],
  ['周婉清（收）', '周*（收）'],
  ['快递单写着周婉清收', '快递单写着周*收'],
  ['周婉清本人签收', '周*本人签收'],
  ['尊敬的周婉清女士', '尊敬的周*女士'],
  // In the sentence of a word that announces it.
  ['名字写错了，不是陈，应是程子涵，已改', '名字写错了，不是陈，应是程*，已改'],
  ['收件人那栏，仇英杰，这个字念求', '收件人那栏，仇*，这个字念求'],
  ['收件人姓名 周-婉-清', '收件人姓名 周*'],
  // The family apart from it.
  ['姓：周 名：婉清', '姓：周 名：*'],
  ['我姓周，双名婉清', '我姓周，双名*'],
  ['周姓，叫婉清', '周姓，叫*'],
  ['我叫思远，姓陈', '我叫*，姓陈'],
  ['名字是明朗，明天的明，晴朗的朗', '名字是明*，明天的明，晴朗的朗'],
  // Called otherwise.
  ['我叫Tracy，电话没变', '我叫T*，电话没变'],
  ['您是姜先礼先生本人吗，核对一下', '您是姜*先生本人吗，核对一下'],
])('%j becomes %j', (text, masked) => {
  expect(maskedByRules(text).text).toBe(masked)
  expect(maskedByRules(masked).text).toBe(masked)
})

test.each([
  '客户：车牌架 440 乘 140 的有吗',
  '客户：安眠枕有货吗',
  '客户：留一件白的就够了',
  '收件人写安保室',
  '周大福 金条 15 克，李宁 43 码',
  '会员周末来电，用户关机',
  '我叫iPhone客服处理',
  '万达广场 15726 号',
  '转给安全部',
])('%j is left', (text) => {
  expect(maskedByRules(text).text).toBe(text)
})
