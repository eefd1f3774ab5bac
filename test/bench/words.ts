/** Written for the bench, so that searches meet common and rare characters in about the shares of real complaints. */
const things = [
  '优惠券',
  '电视',
  '洗衣机',
  '纸尿裤',
  '冰箱',
  '奶粉',
  '手机壳',
  '空调',
  '吸尘器',
  '羽绒服',
  '电饭煲',
  '猫砂',
  '床垫',
]
const openings = [
  '我上周刚买的',
  '你们页面上写的',
  '客服昨天答应我的',
  '我妈妈在用的',
  '本来说好今天到的',
  '直播间里讲的',
]
const troubles = [
  '今天就降价了，差价要我自己申请才给',
  '到货时外箱是破的，里面也受潮了',
  '安装师傅说要另外收钱，下单的时候没有人说过',
  '说明书上找不到清洗的办法，问了三遍都不一样',
  '付款的时候用不了，提示不在活动范围里',
  '小了一号，换货要先退款再重新买，价格又涨了',
  '送到小区门口就走了，我搬不上六楼',
  '声音很响，夜里吵得睡不着',
]
const endings = [
  '，你们到底管不管',
  '，我就想知道什么时候能解决',
  '，下次不敢再买了',
  '',
  '，麻烦记一下',
  '，谢谢你听我说完',
]
const rare = ['蹊跷', '龃龉', '尴尬', '饕餮', '斡旋', '囹圄', '氤氲']

const pick = (list: readonly string[], number: number): string => list[number % list.length] ?? ''

/** The n-th sentence, always the same; one in forty has a word that is found nowhere else. */
export function sentence(number: number): string {
  const trouble = pick(troubles, Math.floor(number / 7))
  const oddity = number % 40 === 1 ? `，真${pick(rare, Math.floor(number / 40))}` : ''
  return `${pick(openings, number)}${pick(things, Math.floor(number / 3))}${trouble}${oddity}${pick(endings, number % 11)}`
}

export const title = (number: number): string =>
  `${pick(things, Math.floor(number / 2))}：${pick(troubles, number).split('，')[0] ?? ''}`

/** What people type into the search, common and rare, none of it found everywhere. */
export const searches = {
  one: ['价', '箱', '龃', '猫'],
  two: ['降价', '电视', '龃龉', '受潮'],
  three: ['优惠券', '洗衣机', '送到小', '说明书'],
} as const
