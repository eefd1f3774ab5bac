import { expect, test } from 'vitest'
import { draftOnDisk } from '../drafts/draft-on-disk.ts'
import { maskedByRules } from './mask-by-rules.ts'

test.each([
  ['密码我一直用的 Lihua#5208 怎么不对', '密码我一直用的 ****** 怎么不对'],
  ['code 39251 just came, do I read it?', 'code ****** just came, do I read it?'],
  ['the pin 4471 has arrived', 'the pin ****** has arrived'],
  ['six digits yeah? 0 8 3 7 7 1', 'six digits yeah? ******'],
  ['four digits is it? 9 0 1 7', 'four digits is it? ******'],
  ['短信说九洞四幺，你可别告诉别人', '短信说******，你可别告诉别人'],
  ['短信里是9041，四位的对吧', '短信里是******，四位的对吧'],
  ['银行发的“364918”，切勿泄露', '银行发的“******”，切勿泄露'],
  ['我报了啊，两两六……洞幺四，是这个验证码吧', '我报了啊，******，是这个验证码吧'],
  ['付款密码是不是290416啊', '付款密码是不是******啊'],
  ['密码是我生日 八八零五二幺', '密码是我生日 ******'],
  ['登录密码大写L小写h 井号 五二零八 你试试', '登录密码****** 你试试'],
  ['pw for the portal is Tulip$Van77 can you see', 'pw for the portal is ****** can you see'],
  ['cvv 318 please', 'cvv ****** please'],
  ['卡背后三位数 582 要报吗', '卡背后三位数 ****** 要报吗'],
  ['校验码我给了说是 52V8', '校验码我给了说是 ******'],
  ['your sms said G-618204 so thats the code', 'your sms said ****** so thats the code'],
  ['动态码三八 等等 三八零六四二', '动态码******'],
  ['取件码 381204 收不到短信', '取件码 ****** 收不到短信'],
  ['提货验证码K7Q2M9，急', '提货验证码******，急'],
  ['验证码 h4k2', '验证码 ******'],
  ['支付验证码【27/59/13】，客户误发', '支付验证码【******】，客户误发'],
  ['验证码是 318|206 发错', '验证码是 ****** 发错'],
  ['验证码：583→921', '验证码：******'],
  ['验证码：4·8·2·9·1·3', '验证码：******'],
  ['验证码 A9F3K2 输了三次都错', '验证码 ****** 输了三次都错'],
  ['验证码前三位482后三位913', '验证码前三位******'],
  ['核销码 4829 1375 2046', '核销码 ******'],
  ['快递柜开箱码 48291375', '快递柜开箱码 ******'],
  ['Verification code B7K4Q2 from the bank', 'Verification code ****** from the bank'],
  ['Your OTP is 8F2K, right?', 'Your OTP is ******, right?'],
  ['OTP was XK92', 'OTP was ******'],
  ['验证码 b7k4q2 不对', '验证码 ****** 不对'],
  ['您的验证码为 K7P2QX，客户截图转来', '您的验证码为 ******，客户截图转来'],
  ['短信482913，没输上', '短信******，没输上'],
  ['【某行】482913，请勿泄露，5 分钟内有效', '【某行】******，请勿泄露，5 分钟内有效'],
  ['G-482913 is your Google code', '****** is your Google code'],
  ['482913 is your Amazon verification code', '****** is your Amazon verification code'],
  ['口令4829', '口令******'],
  ['校验码 48/29/13', '校验码 ******'],
  ['验证码 482/913', '验证码 ******'],
])('%s → %s', (told, masked) => {
  expect(maskedByRules(told).text).toBe(masked)
  expect(maskedByRules(masked).text).toBe(masked)
})

test.each([
  '密码输错三次锁了',
  '密码改成功了 iPhone15 也能登',
  '密码是六位数',
  '验证码 APP 里看',
  '验证码 3/15 起收不到',
  'password is wrong',
  'the promo code is SAVE2024',
  'the code is 20OFF',
  'the code 4E2F on the washer',
  'verification code page HTTP500',
  'OTP SMS2 late',
  'error code is E05B',
  'the code is 3D2N tour',
  'the code is 4K120Hz',
  'code is IP67X8',
  'the tracking code is 1Z99AA',
  '验证码 wifi6e5 打不开',
  // In which shelf a parcel lies.
  '取件码六杠二杠八零四七',
  '菜鸟取件码 12-4-3807',
  '取件码 7-2-1186，驿站说没找到',
  '验证码 2b2c',
  'verification code 5G4G',
  'security code B1B2 level',
  'OTP is HTTP500',
  '482913 is the promo code',
  '验证码 03/15/24 之后收不到',
  '口令 2024 可领红包',
  '优惠口令 DOUBLE11-138 已失效',
  '短信 500000 条套餐',
  '库存 4829，5分钟内有效',
  '满 2000，10分钟内有效',
  '价格 4999，5分钟内有效',
  '券码 482913，5分钟内有效',
  '【通知】20241102 请勿转发',
  '短信 106906 发的',
  '背面三位客服都没说',
  '口令红包抢到 0.5 元',
  '验证码一直收不到，等等再试 3 次',
  'pw reset took 20 minutes',
])('%s stands', (line) => {
  expect(maskedByRules(line).text).toBe(line)
})

test.each(['支付验证码【27/59/13', '验证码：583→921', '短信482913', '口令4829', '校验码 48/29/13'])(
  'nothing of it is on disk while it is typed: %s',
  (told) => {
    for (let keys = 1; keys <= told.length; keys++)
      expect(draftOnDisk(told.slice(0, keys), keys).text).not.toMatch(/\d/)
  },
)
