import { expect, test } from 'vitest'
import { maskedByRules } from './mask-by-rules.ts'

/** What looks like somebody's data and is a price, a product, a place or a word of the sentence. */
const lines = {
  figures: [
    '报价1380，不对，1580，2000',
    '尺码 139 不对 149 159 169',
    '房间1302，不对，1402，1502',
    'Room 1302, no, 1402, 1502',
    'the year was 1999, no, 2001, 2002',
    'I paid 1599, actually 1399, 200 back',
    '要一八零的，不对，一八五，一九零，二零零',
    '单号310115，下单日期20240612，金额3580',
    '工单230615，凭证日期20230412，退款1280',
    '邮编310000，2024年6月12日下单，金额3580',
    'order idea 320512, birthday sale 20240618, 3580',
  ],
  papers: [
    "I can't find my order 12345678",
    'social media post 123456789',
    'iCloud order 123456789',
    'size L 100-105 (3)',
    'order M 160,165(2)',
    "they don't permit returns for order AB1234567",
    'print the ppt for order AB12345678',
    '买护照夹，订单号JD12345678',
    'passport holder order AB1234567',
  ],
  customers: [
    '客户代学校问 3 号急救包几个',
    '客户代邻居来电，门牌号没说',
    '客户解绑银行卡，下单人不变',
    '本人郑重声明从未购买，签收人不详',
    '客户江边夜跑，要反光的那款 L 号',
    '客户凌晨留言：“明天发货吗” 主题不详',
  ],
  names: [
    '车位，我的车位被占',
    '花洒，浴室的花洒坏了',
    '毛巾，你家的毛巾掉色',
    '单价，实际的单价不一样',
    '高度，柜子的高度不够',
    '温控，空调的温控坏了',
    '是毛巾，不是毛毯',
    '不是高帮，是高筒',
    '不是单层，是单面',
    '是石墨，不是石材',
    '是左边不是左侧',
    '是黄铜，不是黄金',
    '小包（包裹）丢了',
    '车（车门）刮了',
    '房（房间）里没人',
    '小高（高中）在读',
    '老张（张家口）的快递',
    '老公车钥匙不见了',
    '司机车胎爆了',
    '房东单方面涨价',
    'contact China Mobile',
    'I called China Post',
    'dear Taobao Team',
    "It's called Dyson Airwrap Complete",
    'talked to Billing Department',
    'Mr Muscle Kitchen',
    'Dr Pepper Zero Sugar',
    'This is Order Number five',
  ],
  addresses: [
    'iPhone 13 Pro Alpine Green',
    'Apple Watch Series 9 Sport Loop',
    '3 Rear View mirrors',
    '2 USB Data Link cables',
    'escalated to Level 2 Support Center',
    'Room 101 Service Center',
    'Box 2 Lego Dream House',
    '2 Seagate Expansion Drive',
    '3 Sony Master Series Place mats',
  ],
  plates: [
    '车是SUV 4S店保养',
    '车载SIM 4G卡',
    'Mac mini SSD 512G',
    'iPhone 13 mini SIM 5G',
    'car USB 20W charger',
    'car 12V DC plug',
    'van SPF 50A cream',
  ],
  chat: [
    'WeChat dashboard is empty',
    'discord dashboard error',
    'telegram doordash order',
    '版本是v8点0点41',
    'app v 3 dot 2',
    '微信app点3次打不开',
    '抖音搜索iphone15买的',
    'whatsapp web.whatsapp.com does not load',
  ],
  codes: [
    'P60PRO收不到验证码',
    '我的手机是64GB，收不到验证码',
    '收到的码不对，我要39，40',
    '刚发的码数是3839',
    'security answer is case sensitive',
    'the security answer is not accepted',
    'security answer is correct but it says wrong',
    'the code SUMMER2024 does not work',
    'post code is 200040',
  ],
} as const

test.each(Object.entries(lines).flatMap(([kind, of]) => of.map((line) => [kind, line] as const)))(
  '%s: %s',
  (_, line) => {
    expect(maskedByRules(line).text).toBe(line)
  },
)

test('what stands behind the comma of a name is no name for its first sign', () => {
  expect(maskedByRules('我叫王伟，单价高。').text).toBe('我叫王*，单价高。')
  expect(maskedByRules('收件人王小明，高新区').text).toBe('收件人王*，高新区')
})

test.each(['客户爸爸高血压', '收件人白血病住院', '短信来了，显示余额12800', '开机密码忘了，型号52013'])(
  'what stands beside a word of the trade and is no such thing stays: %s',
  (line) => {
    expect(maskedByRules(line).text).toBe(line)
  },
)

test.each([
  ...[
    ['收件人高鹏', '收件人高*'],
    ['收件人高一鸣', '收件人高*'],
    ['我叫孙子涵', '我叫孙*'],
    ['姓名:孙子琪', '姓名:孙*'],
    ['段子涵女士说没收到', '段*女士说没收到'],
    ['我老公叫胡子轩', '我老公叫胡*'],
    ['我叫凌晨', '我叫凌*'],
    ['收件人时辰', '收件人时*'],
  ],
  ...[
    ['短信来了 401863', '短信来了 ******'],
    ['短信上写的，共六位，482913', '短信上写的，共六位，******'],
    ['开机密码是520131', '开机密码是******'],
    ['支付密码跟我编号一样482913', '支付密码跟我编号一样******'],
    ['门锁密码就用型号 829134', '门锁密码就用型号 ******'],
    ['支付密码和余额一样 482913', '支付密码和余额一样 ******'],
    ['pin for my order is 4829', 'pin for my order is ******'],
  ],
  ...[
    ['香港 23456789', '香港 ****6789'],
    ['我的香港电话是 91234567 港币结算', '我的香港电话是 ****4567 港币结算'],
    ['京A88888楼下停着一辆车挡了路', '京A*****楼下停着一辆车挡了路'],
    ['5 楼 508 房', '***'],
    ['住华联商场后面3楼302室', '***'],
  ],
] as const)('and what is one does not: %s', (line, masked) => {
  expect(maskedByRules(line).text).toBe(masked)
})
