import { expect, test } from 'vitest'
import { maskText } from './mask-text.ts'

/** What is told of a customer, sold, played or said begins as a name does. */
test.each([
  '客户高危，不接',
  '客户毛毯 2 条',
  '客户全责',
  '客户万分不满',
  '客户米色要两件',
  '客户申诉中',
  '客户应允',
  '客户龙虾死了两只',
  '客户葛根粉',
  '客户车牌颜色贴错',
  '客户牛腩化冻了',
  '车主车友会',
  '签收人：代收点',
  '发件人显示平台',
  '客户于三点来电',
  '客户高兴，要退',
  '客户安好，已回访',
  '客户农民，要除草剂',
  '客户冷笑说行',
  '客户强调：不是 3956',
  '客户女儿代问',
  '客户都姓王',
  '本人应已不在本地',
  '签收成空包裹了',
  '把收货人写成前任的名字',
  '请把寄件人写成匿名,她收到就行',
  '宿管阿姨代收',
  '那个叫孟婆汤的奶茶',
  '商品叫古法红糖',
  '店名叫黄泉路烧烤',
  '写着高压危险四个字',
  '自称秦始皇',
  '您好,已经付全款了是吗',
  '步行街A座3楼',
  '步行街 A 座 3 楼有没有门店',
  '利润 +1 415 555 0132 元',
  '彩票 一二三四五六七八',
])('of a customer or of nobody: %s', (line) => {
  expect(maskText(line).text).toBe(line)
})

test.each([
  ['客户高兴旺，要退', '客户高*，要退'],
  ['客户高洁来电', '客户高*来电'],
  ['客户龙小满说没收到', '客户龙*说没收到'],
  ['客户王牛牛', '客户王*'],
  ['客户马骉来电', '客户马*来电'],
  ['客户于谦之要退', '客户于*要退'],
  ['客户黄翀来电', '客户黄*来电'],
  ['客户石破天', '客户石*'],
  ['我老婆林英北', '我老婆林*'],
  ['收件人江边月', '收件人江*'],
  ['收件人是代付华，', '收件人是代*，'],
  ['自称李白薇', '自称李*'],
  ['我住步行街A座3楼', '我***'],
  ['客户毛晓彤要求退款', '客户毛*要求退款'],
  ['您是高龄先生吗', '您是高*先生吗'],
  ['收件人文静', '收件人文*'],
  ['客户文静来电', '客户文*来电'],
  ['收件人付清华', '收件人付*'],
  ['那个叫孟晓春的客服', '那个叫孟*的客服'],
  ['自称秦岚', '自称秦*'],
  ['小王 王小明', '小王 王*'],
  ['彭小姐雪梅', '彭小姐*'],
  ['步行街A座3楼302室', '***'],
  ['西湖区步行街A座3楼', '西湖区***'],
])('and of somebody: %s', (line, masked) => {
  expect(maskText(line).text).toBe(masked)
})

/** The same in English: who takes a parcel in, what is sold, songs, branches and districts. */
test.each([
  'delivered at 13:58, signed by front desk',
  'signed by doorman',
  'addressed to me, but not mine',
  'addressed to number 40',
  'name: Blue Cotton Shirt XL',
  'name: Stainless Steel Kettle 1.7L',
  'file name: Final Invoice Copy.pdf',
  'the name on the box is Morning Dew',
  'contact: email only',
  'pref contact: post',
  'Goodbye Yellow Brick Road on vinyl',
  '21 Jump Street DVD',
  'the shop on Nanjing Road closes at 22:00',
  'Is the Orchard Road shop open till 10',
  'zip code 60614 says invalid',
  'is COD available for pin code 560034',
  'text says out for delivery 10-12',
])('of nobody: %s', (line) => {
  expect(maskText(line).text).toBe(line)
})

test.each([
  ['name: Mr Okafor', 'name: Mr O*'],
  ['Am I speaking to Mrs Geraldine Yeung? Yes', 'Am I speaking to Mrs G*? Yes'],
  ['recipient: Gray Davis', 'recipient: G*'],
  ['Signed by Porter', 'Signed by P*'],
  ['deliver to 21 Jump Street', 'deliver to ***'],
  ['my address is 14 Baker Street store it safe', 'my address is *** store it safe'],
  ['my pin code is 482913', 'my pin code is ******'],
  ['my pin code is 482913, can you deliver to the door', 'my pin code is ******, can you deliver to the door'],
  ['you sent it by post, code 482913', 'you sent it by post, code ******'],
  ['send it to 12 Abbey Road, CD was missing', 'send it to ***, CD was missing'],
  ['signed by Mr White', 'signed by Mr W*'],
  ['cardholder: Mr Black', 'cardholder: Mr B*'],
  ['recipient: Green Olivia', 'recipient: G*'],
  ['customer: Tom Baker 2 kg parcel missing', 'customer: T* 2 kg parcel missing'],
  ['name: long wei', 'name: l* wei'],
  ['my name is porter', 'my name is p*'],
  ['code says 12-18', 'code says ******'],
])('of somebody: %s', (line, masked) => {
  expect(maskText(line).text).toBe(masked)
})

/** A name by its shape behind whatever word leads to one, and names of others told with others. */
test.each([
  ['客户姓周文博，重名两个', '客户姓周*，重名两个'],
  ['客户改名，原名张来弟，现在更新', '客户改名，原名张*，现在更新'],
  ['联系人你写黎绍辉吧，他在家收', '联系人你写黎*吧，他在家收'],
  ['签收栏周文博', '签收栏周*'],
  ['姓名从周文博改成李晓明', '姓名从周*改成李*'],
  ...['改成梅子酒', '改为汤力水', '改成叶黄素', '换成龙凤镯', '改为韩文版', '把江小白换成别的', '从江城子改的'].map(
    (line) => [...[line, line]],
  ),
  ['发票开给吴志远', '发票开给吴*'],
  ['签收栏 董小宛 代，门卫', '签收栏 董* 代，门卫'],
  ['我叫吴，梦，琪，口天吴', '我叫吴*，口天吴'],
  ['寄件人付运费，到付拒收', '寄件人付运费，到付拒收'],
  ['我报订单号啊，三九四八 一二七七 五零一六 二八三九', '我报订单号啊，三九四八 一二七七 五零一六 二八三九'],
  ['键盘数字键 1234567890 里 8 失灵', '键盘数字键 1234567890 里 8 失灵'],
  ['我找一下韩雪梅', '我找一下韩*'],
  ['东西给隔壁冯桂英了', '东西给隔壁冯*了'],
  ['报修人戴玉桐 代报', '报修人戴* 代报'],
  ['会员名称：彭丽媛', '会员名称：彭*'],
  ['客户皮肤是黄一白', '客户皮肤是黄一白'],
  ['made out to Hannah Schmidt', 'made out to H*'],
  ["you can put it under Park Ji-woo, that's the recipient", "you can put it under P*, that's the recipient"],
  ['recipient should be Marta Kowalska, not my husband', 'recipient should be M*, not my husband'],
  ['威信同号不行，另给了a13b14c15_88', '威信同号不行，另给了a***'],
  ['my wechat, chen pengfei zero seven, one word', 'my wechat, c*** word'],
  ['青岛市市南区香港中路76号颐中皇冠-B-2204，别写错', '青岛市市南区***，别写错'],
  ['时间 13:57-12:00？应该是 12:00-13:57，备注写反', '时间 13:57-12:00？应该是 12:00-13:57，备注写反'],
])('%s becomes %s', (line, masked) => {
  expect(maskText(line).text).toBe(masked)
})

test.each([
  ['评价区晒单留号：①⑦⑦ 4 0 2 8 ⑥ 1 9 3，请删', '评价区晒单留号：177****6193，请删'],
  ['法国代收点 +33 6 12 47 80 95 Mme Laurent', '法国代收点 +33 ****8095 Mme L*'],
  ['Q Q 号 804-271-936，九位', 'Q Q 号 8***，九位'],
  ['E-mail：zhu\nyan\n@189.cn，分三行', 'E-mail：z***\n@189.cn，分三行'],
  ['微信另一个：cuicui-home', '微信另一个：c***'],
  ['一五五二八零四哎等会儿我看看\n七七六三，没错', '155****7763，没错'],
])('numbers and names told otherwise: %s', (line, masked) => {
  expect(maskText(line).text).toBe(masked)
})
