import type { IssueType } from '../../shared/contract/tickets/tickets.ts'

/** A list like the one a new console starts with, which the first migration writes. */
export const defaultIssueTypes: readonly IssueType[] = [
  {
    id: 'coupon',
    nameZh: '优惠券',
    nameEn: 'Coupon',
    digit: 1,
    limit: { amount: 4, unit: 'hours' },
    department: '营销部',
  },
  {
    id: 'unclear_description',
    nameZh: '商品说明不清',
    nameEn: 'Unclear product description',
    digit: 2,
    limit: { amount: 2, unit: 'days' },
    department: '商品内容部',
  },
  {
    id: 'delivery',
    nameZh: '配送安装',
    nameEn: 'Delivery and installation',
    digit: 3,
    limit: { amount: 1, unit: 'days' },
    department: '配送安装部',
  },
  {
    id: 'product_improvement',
    nameZh: '商品优化',
    nameEn: 'Product improvement',
    digit: 4,
    limit: { amount: 15, unit: 'days' },
    department: '采销部',
  },
  {
    id: 'packaging',
    nameZh: '包装改善',
    nameEn: 'Better packaging',
    digit: 5,
    limit: { amount: 15, unit: 'days' },
    department: '仓储包装部',
  },
  {
    id: 'service_policy',
    nameZh: '服务政策',
    nameEn: 'Service policy',
    digit: 6,
    limit: { amount: 30, unit: 'days' },
    department: '客户服务部',
  },
  {
    id: 'brand_partner',
    nameZh: '品牌方',
    nameEn: 'Brand partner',
    digit: 7,
    limit: { amount: 20, unit: 'days' },
    department: '品牌合作部',
  },
]
