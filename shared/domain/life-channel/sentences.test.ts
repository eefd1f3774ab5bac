import { expect, test } from 'vitest'
import { expectProportion } from '../../../test/builders/proportion.ts'
import { hearDangers, hearFaintly } from './hear-danger.ts'
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
  ['查一下快递，', '我要跳楼了', ''],
  ['押金没退，运费也没退，', '我老公拿刀要砍我', ''],
  ['高压线断了搭在铁皮棚上，', '有个人倒那儿不动弹', ''],
  ['wants his limit lifted, ', "says they've got his daughter and want 8k in gift cards within the hour", ''],
  ["line's down across the trampoline, boy touched it, ", "he's not breathing", ''],
  ['客户问发票。快递停了三天，', '我爸喝农药了', '。发票发邮箱'],
  ['片子里有个人站在楼顶。', '我要跳楼了', '。'],
])(
  'what is said barely behind the last clauses of a sentence is heard as if it were alone: %s %s',
  (before, cry, behind) => {
    expect(heard(before + cry + behind)).toContain(heard(cry)[0])
  },
)

test.each([
  '快递又没到，急死了，我要跳楼了',
  '一股味，榴莲，同事开玩笑说，我要杀了他',
  '培训时念的，我不想活了',
  '公司叫一了科技，抬头别写成“一了百了”',
  '这部电影叫，我要跳楼',
  'reading out the lyrics, I want to die',
  "laughing, it's a game, I'm going to kill him",
])('what a joke, a rehearsal, a film or an idiom stands before is no cry by itself: %s', (text) => {
  expect(heard(text)).toEqual([])
})

test.each([
  '邻居上个月煤气中毒，救过来了，问报警器怎么装',
  'smell of gas reported outside the shop last week, already made safe',
  "I've pulled my alarm cord by accident, please don't send anybody",
  'roleplay today was the suicidal caller scenario, went well',
])('what is over, was rehearsed or happened by mistake opens no card: %s', (text) => {
  expect(heard(text)).toEqual([])
})

test('what is over is asked about all the same, where it sounds like a cry', () => {
  const text = "I've pulled my alarm cord by accident, please don't send anybody"
  expect(hearFaintly([{ text, speaker: 'listener' }], ear)).toHaveLength(1)
})

test('that nobody ever thought of dying for something is no cry', () => {
  expect(heard('从来没想过死磕到今天')).toEqual([])
  expect(heard('你们这个活动要到几号结束，我怕没命等')).toEqual([])
  expect(heard('从来没想过死，除了今天')).not.toEqual([])
})

test.each([
  '门打开了，他拿刀冲进来了',
  '虚惊一场，可是他又割腕了',
  '上次是误会，这次他真的拿刀了',
  '老人没事，孙子掉水里没呼吸了',
  '人已经放下来了，没有呼吸',
  '孩子从井里救出来了，没有呼吸了',
  '说完就去吃药自杀了',
  '他喝农药了，孩子都没事',
  '情景模拟？不是，我真的要跳了',
  "scammers took everything, I'm going to end it tonight",
  "I lost it all to a fraudster and I'm standing on the bridge",
  '我出院了，还是不想活了',
  '大家都没事，就我想死',
  '人救过来了，可他说还是要死',
  '康复了又怎么样，我还是活不下去',
  '不是演练，孩子真的掉井里了',
  'this is not a drill, he has a gun',
  '他说完就去吃安眠药了',
  '找到了，他躺在地上不动了',
  '这不是演习，有人要跳楼',
  '绳子剪断人放下来了，怎么救',
  '演练结束了，我不想活了，安眠药已经吃了一整瓶',
])('what is over for one, or is said not to be, hushes no cry beside it: %s', (text) => {
  for (const speaker of ['listener', 'customer'] as const) expect(hearDangers([{ text, speaker }], ear)).not.toEqual([])
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

test.each(['我在家，', 'a.'])(
  'what is typed of «%s» without an end takes time in proportion to its length',
  (piece) => {
    // What was just heard is remembered: each time it is another text.
    let times = 0
    expectProportion(piece.repeat(800), (text) =>
      hearDangers([{ text: `${text}${++times}`, speaker: 'listener' }], ear),
    )
  },
)
