import { expect, test } from 'vitest'
import { maskBesideStaff, maskBesideStaffByRules } from './names-of-staff.ts'

test.each([
  '李志强',
  '王小敏经理',
  '李志强 采购部',
  '李志强（华东）',
  '市场部 赵雅芝',
  '采购部经理王小敏',
  '店长王小敏',
  '负责人：李志强',
  '李志强先生',
  '李志强 / Li Zhiqiang',
  '财务 赵雅芝，法务 周海涛',
  '客户经理王小敏',
  '会员运营部 李志强',
  '客户服务部 赵雅芝老师',
  'Mr Smith',
  'Ms Chen (Legal)',
  'Mei Castellan, Customer Care',
  '客户主管王小敏',
  '顾客服务部 李志强',
  '来电中心 李志强',
  'Mei Castellan, User Research',
  'Mei Castellan, team member',
])('somebody of the house stays to be read: «%s»', (name) => {
  expect([maskBesideStaff(name), maskBesideStaffByRules(name)]).toEqual([name, name])
})

test.each([
  ['收件人李志强', '收件人李*'],
  ['李志强（收件人）', '李*（收件人）'],
  ['客户李建国，收货人', '客户李*，收货人'],
  ['会员王小敏', '会员王*'],
  ['我叫李志强', '我叫李*'],
  ['my name is Mei Castellan', 'my name is M*'],
  ['Customer: Mei Castellan', 'Customer: M*'],
  ['李志强 13812345678', '李* 138****5678'],
  ['王小敏经理，客户李建国', '王*经理，客户李*'],
])('whoever a word tells as a customer is hidden there as anywhere: «%s»', (name, masked) => {
  expect([maskBesideStaff(name), maskBesideStaffByRules(name)]).toEqual([masked, masked])
})
