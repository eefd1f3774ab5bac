import { expect, test } from 'vitest'
import type { HeardLine } from './danger.ts'
import { hearDanger, hearFaintly } from './hear-danger.ts'
import { openEar } from './open-ear.ts'

const ear = await openEar()
const said = (speaker: HeardLine['speaker'], ...texts: string[]) => texts.map((text) => ({ text, speaker }))
const heard = (...texts: string[]) => hearDanger(said('customer', ...texts), ear)

test.each([
  ['我想死', 'suicide'],
  ['客户说她真的好想死', 'suicide'],
  ['活不下去了', 'suicide'],
  ['一了百了', 'suicide'],
  ['自sha', 'suicide'],
  ['I want to die', 'suicide'],
  ['i wanna die', 'suicide'],
  ['kms', 'suicide'],
  ["I can't go on", 'suicide'],
  ['我又自残了', 'self_harm'],
  ['我老公打我', 'violence'],
  ['my husband beats me', 'violence'],
  ['我要杀了他', 'threat'],
  ['孩子不动了', 'emergency'],
  ["my baby isn't breathing", 'emergency'],
  ['我女儿要跳楼', 'suicide'],
  ['邻居刚发消息说她要自杀', 'suicide'],
  ['有人要跳河了', 'suicide'],
  ['my daughter says she wants to die', 'suicide'],
  ['he has a knife', 'violence'],
  ['我已经割了', 'self_harm'],
  ['他把我锁家里打我', 'violence'],
  ['住在朝阳区人民路12号，他把我锁家里打我', 'violence'],
  ['我数到三就跳', 'suicide'],
  ['我老公要杀了我', 'violence'],
  ['我前夫要杀我，在门口', 'violence'],
  ['有人拿刀逼着我下单', 'violence'],
  ['我被绑架了，别出声', 'violence'],
  ['孩子他爸把孩子扔出去了', 'violence'],
  ['my dad hits me every night', 'violence'],
  ["my mother fell and can't get up", 'emergency'],
  ['孩子从床上摔下来不动了', 'emergency'],
  ['老人走丢一天了，有老年痴呆', 'emergency'],
  ['我嫑活了', 'suicide'],
  ['unalive myself', 'suicide'],
  ['我先走一步，你们别找我', 'suicide'],
  ['I bought a rope and I know where', 'suicide'],
  ['前男友说要杀我全家', 'violence'],
  ['有人闯进我家了', 'violence'],
  ['我儿子被绑架了', 'violence'],
  ['客户小声说救命', 'violence'],
  ['my husband wants to kill me', 'violence'],
  ["someone's breaking in", 'violence'],
  ["I've been kidnapped", 'violence'],
  ['我要炸了你们公司', 'threat'],
  ['孩子喘不上气', 'emergency'],
  ['家里着火了，人没出来', 'emergency'],
  ["my baby's choking", 'emergency'],
  ["I think I'm having a heart attack", 'emergency'],
  ['她抱着孩子要跳楼', 'suicide'],
  ['我先走了，下辈子见', 'suicide'],
  ["I've taken too many tablets", 'poisoning'],
  ['what is the least painful way to die', 'lethal_question'],
  ['同学群里有人说要带刀来学校', 'threat'],
  ["I'll kill her", 'threat'],
  ['明天我就不在了', 'suicide'],
  ['this is my last call', 'suicide'],
  ['遗嘱我写好了', 'suicide'],
  ['解脱，终于可以解脱了，今晚', 'suicide'],
  ['我感觉我快不行了', 'emergency'],
  ["my grandad's not breathing", 'emergency'],
  ["my son's going to kill himself", 'suicide'],
  ['书里夹着她的遗书', 'suicide'],
  ['我在女儿房间里发现了一封遗书', 'suicide'],
  ['I found a suicide note in her room', 'suicide'],
  ['今晚就z s了', 'suicide'],
  ['我想z.s', 'suicide'],
  ['奶奶快不行了，快来', 'emergency'],
  ["my baby's not breathing", 'emergency'],
  ['孩子被绑架了，对方要五十万', 'violence'],
  ['我要把店里那个人捅了', 'threat'],
  ['please tell my kids I love them, goodbye', 'suicide'],
  ['他们打我，关着我做传销', 'violence'],
])('said and nothing else it is a cry: %s', (text, kind) => {
  expect(heard(text)?.kind).toBe(kind)
  expect(hearDanger(said('listener', text), ear)?.kind).toBe(kind)
})

test.each(['我妈要死了', '我爸今天要死了', 'my father is going to die', 'my nan will die'])(
  'that an ill person is dying is not said by who wants to die: %s',
  (text) => {
    expect(heard(text)?.kind).not.toBe('suicide')
  },
)

test.each([
  ['我想死你了', '我想死'],
  ['烧炭的炉子', '烧炭'],
  ['一了百了，整台退了算了', '一了百了'],
  ['自sha小队', '自sha'],
  ["I'm going to jump on another call", "I'm going to jump"],
  ['她要自杀小队的海报', '她要自杀'],
  ['我要去死海', '我要去死'],
  ['孩子跳下去了，蹦床弹簧断了', '孩子跳下去了'],
  ['我妈吃了一整盒药没见效', '我妈吃了一整盒药'],
  ["she's going to overdose on chocolate", "she's going to overdose"],
  ["he's going to shoot himself in the foot", "he's going to shoot himself"],
  ['我数到三就跳绳', '我数到三就跳'],
  ['我数到三就跳过广告', '我数到三就跳'],
  ['明天我就不在了，放门卫', '明天我就不在了'],
  ['this is my last call before lunch', 'this is my last call'],
  ["I'll kill her character in the game", "I'll kill her"],
  ["my son won't wake his laptop", "my son won't wake"],
  ['how long does charcoal take to heat', 'how long does charcoal take'],
  ['我已经割了双眼皮', '我已经割了'],
  ['他要杀了我最喜欢的角色', '他要杀了我'],
])('what is said barely waits, while it is typed, where everyday talk goes on from it: %s', (text, said) => {
  for (const typed of [...text].map((_, at) => text.slice(0, at + 1)))
    expect(hearDanger([{ text: typed, speaker: 'typing' }], ear)).toBeNull()
  expect(hearDanger([{ text: said, speaker: 'listener' }], ear)).not.toBeNull()
})

test.each([
  ['我现在就要跳下去', 'suicide'],
  ['我儿子割腕了', 'suicide'],
  ['客户说她要跳楼', 'suicide'],
  ['她今晚就要自杀', 'suicide'],
  ['客户的妈妈吞了一整瓶安眠药', 'poisoning'],
  ['我爸喝农药了', 'suicide'],
  ['他拿刀要杀我', 'violence'],
  ['customer says her son has slit his wrists', 'self_harm'],
  ["she's hanged herself", 'suicide'],
  ['my daughter took all her pills', 'poisoning'],
  ['我数三下就跳下去', 'suicide'],
  ['褪黑素加头孢一起吃多少颗能走', 'lethal_question'],
])('the gravest that is said barely is heard at its last key, before the hands rest: %s', (text, kind) => {
  for (const speaker of ['typing', 'listener', 'customer'] as const)
    expect(hearDanger(said(speaker, text), ear)).toMatchObject({ grade: 'high', kind })
})

test.each([
  '我女儿抽了一等奖',
  '我被绑了两个套餐',
  '我们被控制了流量',
  '对方不让我离开页面',
  '我爸脑梗了以后说话不清楚',
  '孩子噎着了没有',
  '他在轨道上装窗帘',
  'my dad had a heart attack',
  "they won't let me leave",
  'customer took tablets to the repair shop',
  "he's in my house fixing the boiler",
  "tell my wife I'm sorry I'm late",
  "he's locked us in a 24 month deal",
  'how long does hanging take for curtains',
  'the rope is up to 20 m',
  '他们不让出去的话就放门卫',
])('what begins as a cry does and is said every day opens no card, typed or whole: %s', (text) => {
  for (const typed of [...text].map((_, at) => text.slice(0, at + 1)))
    expect(hearDanger([{ text: typed, speaker: 'typing' }], ear)?.grade).not.toBe('high')
  expect(hearDanger(said('listener', text), ear)).toBeNull()
})

test.each([
  "customer isn't responding",
  'caller is not responding, line dropped',
  'my colleague is not responding on chat',
  '我爸吃了两片降压药',
  '客户划伤了手臂',
  '孩子划破了手臂',
  '主播要跳楼机的票',
  'he left a goodbye note to a colleague',
])('nobody who is silent, cut by a parcel or takes a dose is a cry, typed or whole: %s', (text) => {
  for (const typed of [...text].map((_, at) => text.slice(0, at + 1)))
    expect(hearDanger(said('typing', typed), ear)).toBeNull()
  for (const speaker of ['listener', 'customer'] as const) expect(hearDanger(said(speaker, text), ear)).toBeNull()
})

test.each(['14:20 她要跳楼', '14:20 我儿子上吊了', '2) the caller wants to die'])(
  'with the time or the number of a note before it, it is said as barely: %s',
  (text) => {
    expect(hearDanger(said('listener', text), ear)?.grade).toBe('high')
  },
)

test.each([
  ['查物流，快递三天没到\n我想死\n要求补差价', '我想死'],
  ['鞋磨脚，想换大一码\n\n客户：一了百了\n退款走原路', '一了百了'],
  ['14:20 问发票\n14:31 我老公打我\n14:40 发票下周寄', '我老公打我'],
  ['1. 退货\n2. 我又自残了\n3. 运费谁出', '我又自残了'],
  ['asks where the parcel is\nI want to die\nrefund to the card', 'I want to die'],
  ['order not arrived\r\ncaller: kms\r\nwants a call back', 'kms'],
])('a line of a note that is a cry by itself is heard, whatever stands on the others: %j', (note, words) => {
  const danger = hearDanger(said('listener', note), ear)
  expect(danger?.words.map(({ start, end }) => note.slice(start, end)).join('')).toBe(words)
  expect(heard(note)).not.toBeNull()
  // While it is typed what may go on waits.
  const waits = ['我想死', '一了百了', '我老公打我', 'kms'].includes(words)
  expect(hearDanger(said('typing', note), ear) === null).toBe(waits)
})

test.each([
  ['我快不行了', 'emergency'],
  ['客户说我真的快不行了', 'emergency'],
  ['俺要不行了', 'emergency'],
  ['我今天把猫送人了', 'farewell'],
  ['我把狗托给邻居了', 'farewell'],
])('what is said of a danger as often as of everyday life is asked about, and opens no card: %s', (text, kind) => {
  for (const speaker of ['typing', 'listener', 'customer'] as const) {
    expect(hearDanger(said(speaker, text), ear)).toBeNull()
    const asked = hearFaintly(said(speaker, text), ear).map((each) => each.kind)
    expect(asked).toEqual(speaker === 'typing' ? [] : [kind])
  }
})

test('what is only asked about alone opens the card beside a cry', () => {
  expect(heard('我不想活了', '我今天把猫送人了')).not.toBeNull()
  expect(heard('我今天把猫送人了，我不想活了')?.grade).toBe('high')
})

const ordinary = [
  '快递三天没到',
  '要求补差价',
  '问发票什么时候开',
  '想改地址',
  '包装破了',
  '催退款',
  '积分没到',
  '换颜色',
  '好',
]

test.each(['我想死', '我老公打我', 'kms', '我又自残了', 'I want to die'])(
  'late in a call, too, it is a cry where a line says nothing else: %s',
  (cry) => {
    for (const count of [0, 1, 3, 5, 9]) {
      expect(heard(...ordinary.slice(0, count), cry)).not.toBeNull()
      expect(hearDanger([...said('customer', ...ordinary), ...said('agent', cry)], ear)).toBeNull()
    }
  },
)

test('what a song is called by is no cry late in a call either', () => {
  expect(heard(...ordinary, '那首歌叫什么来着', '我又自残了')).toBeNull()
})

test.each([
  '宝宝好久不见\n想死你了\n什么时候发货',
  '好久没见了，我想死\n你了，快发货',
  '这部电影叫什么\n一了百了\n有没有光碟',
  '查小说\n一了百了\n有没有纸质版',
  '热死了\n笑死\n手机死机了\n气死我了',
  'how far is it\n20 kms\nfrom the depot',
  '20 kms\nis too far',
  '他打我电话\n我没接到\n快递放门口了',
  'lyrics question\nI want to die\nwhich album',
])('a line that goes on, or that a film or a song is called by, is left alone: %j', (note) => {
  expect(hearDanger(said('listener', note), ear)).toBeNull()
})

test.each(['我想死你了', '可想死我了', '20 kms from the depot', '我要解脱鞋子再量脚', '他打我电话'])(
  'with more around it what was learned decides: %s',
  (text) => {
    expect(heard(text)).toBeNull()
  },
)
