import { expect, test } from 'vitest'
import type { IssueType } from '../../../shared/contract/tickets/tickets.ts'
import { describeChange } from './ticket-change.ts'

const aType = (id: string, nameZh: string, nameEn: string, digit: number): IssueType => ({
  ...{ id, nameZh, nameEn, digit },
  limit: { amount: 4, unit: 'hours' },
  department: '营销部',
})
const types = [aType('coupon', '优惠券', 'Coupons', 1), aType('delivery', '配送安装', 'Delivery', 2)]
const before = { title: '降价', issueTypeId: 'coupon', priority: 3, department: '营销部', ownerName: '王敏' } as const

test.each([
  [{ title: '价保' }, '标题：降价 → 价保', 'Title: 降价 → 价保'],
  [{ issueTypeId: 'delivery' }, '问题类型：优惠券 → 配送安装', 'Issue type: Coupons → Delivery'],
  [{ priority: 1 as const }, 'P3 → P1', 'P3 → P1'],
  [{ department: '物流部' }, '责任部门：营销部 → 物流部', 'Department: 营销部 → 物流部'],
  [
    { title: '价保', department: '物流部' },
    '标题：降价 → 价保；责任部门：营销部 → 物流部',
    'Title: 降价 → 价保; Department: 营销部 → 物流部',
  ],
  [{ ownerName: '李静' }, '责任人：王敏 → 李静', 'Owner: 王敏 → 李静'],
  // A type that is gone has its id for a name.
  [{ issueTypeId: 'weather' }, '问题类型：优惠券 → weather', 'Issue type: Coupons → weather'],
])('%j is told in the language of the console', (change, zh, en) => {
  const after = { ...before, ...change }
  expect(describeChange(before, after, types, 'zh')).toBe(zh)
  expect(describeChange(before, after, types, 'en')).toBe(en)
})

test('what is the same is no change', () => {
  expect(describeChange(before, { ...before }, types, 'zh')).toBeNull()
})
