import { expect, test } from 'vitest'
import { maskText } from './mask-text.ts'

test.each([
  // Whose number it is, said in another language.
  ['رقم الجوال ٠٥٥١٢٣٤٥٦٧', 'رقم الجوال ****4567'],
  ['للتواصل 0558274419 بعد المغرب', 'للتواصل ****4419 بعد المغرب'],
  ['تلفن ۰۹۱۲۳۴۵۶۷۸۹', 'تلفن ****6789'],
  ['Handynummer 0171 2345678', 'Handynummer ****5678'],
  // What somebody says they are called, and asked for.
  ['她说自己叫秦岚，要退货', '她说自己叫秦*，要退货'],
  ['来电自称秦岚', '来电自称秦*'],
  ['姓名？彭雪梅', '姓名？彭*'],
  ['名字？王小明', '名字？王*'],
  ['原来写周建国，改周建民', '原来写周*，改周*'],
  // On parcels and whose they are.
  ['寄件周建国，收件彭雪梅', '寄件周*，收件彭*'],
  ['面单写的周建国', '面单写的周*'],
  ['这单是周建国的', '这单是周*的'],
  ['请转周建国亲启', '请转周*亲启'],
  // In what was pasted.
  ['"receiver":"彭雪梅"', '"receiver":"彭*"'],
  ['name=彭雪梅&vip=1', 'name=彭*&vip=1'],
  ['receiver: Tan Wei Ming', 'receiver: T*'],
  ['Ship to: Chan Siu Fong', 'Ship to: C*'],
  ['Kind regards,\nHarold Finch\nProcurement', 'Kind regards,\nH*\nProcurement'],
  // Names at apps.
  ['微信peng 再加 0412', '微信p***'],
  ['微信号abc再加一个123', '微信号a***'],
  ['薇信pxm.882，头像是猫', '薇信p***，头像是猫'],
  ['Telegram: @pengxm', 'Telegram: @p***'],
  ['微博 @雪梅爱吃糖88', '微博 @雪***'],
  ['旺旺 雪梅tb882644', '旺旺 雪***'],
  ['不想活了tb882644', '不想活了t***'],
  ['客户说tb882644发不出去', '客户说t***发不出去'],
  ['请查tb882644订单', '请查t***订单'],
  ['微信号码:cc.blossom-99，找她要尺寸图', '微信号码:c***，找她要尺寸图'],
  ['my WeChat ID, mia two zero one nine h z, all lower case', 'my WeChat ID, m***, all lower case'],
  ['我叫娄敬亭，住这', '我叫娄*，住这'],
  ['名字？司马铁柱，你别笑', '名字？司马*，你别笑'],
  ['护照已给，名字Karen Liu', '护照已给，名字K*'],
  // Where somebody lives.
  ['科苑南路华润大厦三十一楼', '***'],
  ['南山区科苑南路华润大厦三十一楼', '南山区***'],
  ['江北区观音桥步行街阳光世纪B栋 17-5', '江北区***'],
  ['鼓楼区中山北路 30 号城市名人 A 座 18 楼 F', '鼓楼区***'],
  ['住李庄东头第二家', '住***'],
  ['客户：杭州市西湖区文三路\n坐席：嗯\n客户：478号华星大厦1203', '客户：杭州市西湖区***\n坐席：嗯\n客户：***'],
])('%s', (text, masked) => {
  expect(maskText(text).text).toBe(masked)
  expect(maskText(masked).text).toBe(masked)
})

test.each([
  '自称高管，自称马夫',
  '说自己叫了外卖送错',
  '名字？还没想好',
  '收件人？单位收发室',
  '寄件高峰要等 2 天',
  '面单写的地址不清',
  '这单是公司的',
  '包裹是康师傅的',
  '写单位名，改成家里',
  '"name":"康师傅红烧牛肉面"',
  'name=白色连衣裙',
  'Thanks\nFree Shipping',
  'Cheers,\nBaby Formula',
  '开到南京路\n坐席：好\n客户：15号取',
  '地址是村口第三家超市',
  'Driver: Lala Move',
  'Best,\nPrice Guarantee',
  '名字？王者荣耀',
  'portable 12345678',
  '文三路\n坐席：嗯\n客户：3 室 1 厅',
  'B站@数码评测3',
  '抖音号 @京东618',
  '微信号abc，再加3个人',
  'رقم الموظف 0551234567',
  'Dear Customer Service Team',
  'Ship to New York',
  'Thanks\nCustomer Care Team',
  'Driver Booster Pro 12 装不上',
  // Numbers in links, of parcels and of certificates.
  '链接里 id=687214039572&skuId=5108829340012 打不开',
  '快递单号 YT 七七八零二九三四幺零，物流不动',
  '3C 认证 2022010907468193 查得到',
  'رقم الطلب 482913055',
  'номер заказа 482913055',
  'HP 光影精灵 9 16 英寸 7999',
  '微信 app 再加载一次',
  '旺旺 雪饼 500g',
  '微博 @新华社 转了',
  '华润大厦12楼开会',
  '南京路百联广场三楼专柜',
  '验证码 2024/11/02 收的',
  '客户：文三路\n坐席：嗯\n客户：3 号才到',
])('%s stands', (line) => {
  expect(maskText(line).text).toBe(line)
})
