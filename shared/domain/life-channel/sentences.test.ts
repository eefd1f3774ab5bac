import { expect, test } from 'vitest'
import { hearDangers } from './hear-danger.ts'
import { openEar } from './open-ear.ts'

const ear = await openEar()
const heard = (text: string) =>
  hearDangers([{ text, speaker: 'listener' }], ear).map(({ grade, kind }) => `${grade} ${kind}`)

test.each([
  ['客户说吹风机坏了。', '我妈倒在地上叫不醒', '。问优惠券什么时候到账'],
  ['客户问发票抬头怎么改。', '他在砸门说要弄死我', '。发票发到邮箱就行'],
  ['打折的裤子收到了！', '我把安眠药全吃了', '；还要换个尺码'],
  ['问券\n', '孩子一个人锁在家里，煤气开着', '\n会员到期要续费'],
  ['Parcel is late again. ', 'I took all the pills', '. Also wants a refund for the kettle.'],
  ['', "my mum is on the floor and won't wake up", '. Also wants a refund for the kettle'],
])('a cry is heard with what stands before and behind it in a note: %s %s %s', (before, cry, behind) => {
  const alone = heard(cry)
  expect(alone).not.toEqual([])
  expect(heard(before + cry + behind)).toEqual(alone)
})

test.each([
  '那部电影叫《花样》。我要跳楼。片尾曲很好听',
  '手机一碰就死机。屏幕上全是刀片广告！想退货',
  'Is that the film? I want to die. The soundtrack is lovely',
  '问会员到期时间。小说里他吃了一整瓶安眠药。要退运费',
  'asked about the sale. I want to die laughing. refund to card',
])('no sentence of a film, and none that is only loud, is a cry: %s', (text) => {
  expect(heard(text)).toEqual([])
})

test('what decided it stands where it was said, behind another sentence as well', () => {
  const text = '客户说吹风机坏了。我妈倒在地上叫不醒'
  const words = hearDangers([{ text, speaker: 'listener' }], ear).flatMap((danger) => danger.words)
  expect(words.length).toBeGreaterThan(0)
  for (const { start, end } of words) expect('我妈倒在地上叫不醒').toContain(text.slice(start, end))
})
