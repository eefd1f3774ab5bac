import { expect, test } from 'vitest'
import type { HeardLine } from './danger.ts'
import { hearDanger, hearFaintly } from './hear-danger.ts'
import { openEar } from './open-ear.ts'

const ear = await openEar()
const said = (speaker: HeardLine['speaker'], text: string): HeardLine[] => [{ text, speaker }]
const heard = (speaker: HeardLine['speaker'], text: string) => hearDanger(said(speaker, text), ear)

test.each([
  ["I can't go on living", 'suicide'],
  ['tell my kids I loved them, this is goodbye', 'suicide'],
  ["I've written the letters", 'suicide'],
  ["by the time they find me I'll be gone", 'suicide'],
  ['客户说她是最后一次打电话了，把猫也送人了', 'suicide'],
  ["my daughter's locked herself in with a razor", 'suicide'],
  ["I'm on the roof of the car park", 'suicide'],
  ['从来没想过轻生，除了今天', 'suicide'],
  ["I've cut myself", 'self_harm'],
  ['我要拿刀去砍死你们客服', 'threat'],
  ['我要带刀过去捅死你们店长', 'threat'],
  ["I'm going to kill him", 'threat'],
  ['I will burn your office down', 'threat'],
  ['我要跟他同归于尽', 'threat'],
  ['我要拉你们垫背', 'threat'],
  ['弟弟说要拿刀去学校', 'threat'],
  ["my nephew says he'll take a knife to school", 'threat'],
  ["he's driving to your depot to shoot the driver", 'threat'],
  ['他说要同归于尽', 'violence'],
  ['please help me, someone is trying to kill me', 'violence'],
  ['有人拿枪进店了', 'violence'],
  ["he says he's got a bomb in his bag", 'violence'],
  ["there's a man with a bomb in his bag", 'violence'],
  ["I'm fourteen and I'm pregnant by my uncle", 'violence'],
  ['我舅舅摸我，我十三岁', 'violence'],
  ['他要把我推下楼', 'violence'],
  ['他把我饿了三天', 'violence'],
  ['他说要烧了我家', 'violence'],
  ['绑匪抓了我儿子，要五十万', 'violence'],
  ["they've taken my daughter and want 50 grand", 'violence'],
  ['孩子把电池吞下去了', 'poisoning'],
  ['我吞了一块电池', 'poisoning'],
  ['我吃错药了，心跳好快手在抖', 'poisoning'],
  ['we have carbon monoxide poisoning', 'gas'],
  ["I've turned the gas on and shut the windows", 'gas'],
  ["the bbq's burning in the tent and the kids are sleepy", 'gas'],
  ['how many paracetamol would it take', 'lethal_question'],
  ["I can't breathe, call an ambulance", 'emergency'],
  ['我掉到冰里了，快，我抱着木头', 'emergency'],
  ["I've fallen through the ice", 'emergency'],
  ['呼吸机停电了，我妈就靠它活着', 'emergency'],
  ["the power's out and my husband is on a ventilator", 'emergency'],
  ['有个人倒地上不动弹', 'emergency'],
  ['电线掉下来了，孩子碰到了不动了', 'emergency'],
  ['我被人捅了', 'emergency'],
  ["I've been stabbed", 'emergency'],
  ['我快生了，一个人在家', 'emergency'],
])(
  'who says plainly what happens, by whatever means, is heard, by itself and between two ordinary sentences: %s',
  (text, kind) => {
    expect(heard('customer', text)?.kind).toBe(kind)
    expect(heard('listener', text)?.kind).toBe(kind)
    const between = /\p{Script=Han}/u.test(text)
      ? `客户问快递到哪了。${text}。发票也要开。`
      : `Asked where the parcel is. ${text}. Wants an invoice too.`
    expect(heard('listener', between)).not.toBeNull()
  },
)

test.each([
  "I can't go on with this provider",
  "I'm going to kill him in the next round",
  "I've written the letters you asked for",
  "I've cut myself on the tin",
  "I've turned the gas back on",
  'how many paracetamol would it take up in the basket',
  "I can't breathe in these jeans",
  "by the time you get this I won't be home",
  "my son says he'll bring a knife block to school",
  'our CO alarm keeps beeping',
  'please help me',
  'goodbye everyone',
  "I've had enough",
  '我十二岁',
  '怎么办',
  '我把房子过户给我妹了',
  '我要带菜刀去公司切蛋糕',
  '孩子把电池装反了',
  '呼吸机没电了怎么充',
  '他说他有枪战游戏的号',
  '他锁了我的卡三天',
  '弟弟要带枪去漫展',
  '买了炭，今晚就烤',
  '买了两袋炭，烧烤用，今晚走起',
  '孩子锁车里的遥控钥匙不见了',
  '他们家客服把我气到吐血',
  '客服一直在安抚，语气很稳',
])('what only sounds like it, and what may stand beside it, opens no card, typed or whole: %s', (text) => {
  for (const typed of [...text].map((_, at) => text.slice(0, at + 1))) expect(heard('typing', typed)).toBeNull()
  for (const speaker of ['listener', 'customer'] as const) expect(heard(speaker, text)).toBeNull()
})

test.each([
  ['我不敢回家，他说回去就弄死我', 'violence'],
  ["I'm scared to go home, he says he'll kill me if I go back", 'violence'],
  ['俺活不成咧，俺就是个累赘', 'suicide'],
  ['想s，真的不想h了', 'suicide'],
  ['我现在就是想zs，没别的想法', 'suicide'],
  ['我要去另一个世界找我儿子了', 'suicide'],
  ['人间不值得，我准备提前下车了', 'suicide'],
  ['遗书我都发你们客服邮箱了，你们自己看', 'suicide'],
  ['大哥说明儿个天不亮就开车往松花江里扎', 'suicide'],
  ['佢话炭买好晒,啲窗用胶纸封埋', 'suicide'],
  ["he's on the footbridge and he won't come down", 'suicide'],
  ["I've laid all my pills out on the bed", 'suicide'],
  ["I've taken the lot", 'poisoning'],
  ['氯化钾静脉推多少会心脏停跳', 'lethal_question'],
  ['would a whole box of paracetamol kill me', 'lethal_question'],
  ['客户说把小孩锁车里去办业务，四十分钟了，没开空调', 'emergency'],
])('what is planned, threatened or begun is of the gravest grade, with what stands beside it: %s', (text, kind) => {
  expect(heard('listener', text)).toMatchObject({ grade: 'high', kind })
  expect(heard('customer', text)).toMatchObject({ grade: 'high', kind })
})

test.each(["I'm on the bridge", 'I took the lot', '永远再见', '我先把手机静音了，不用回访了，谢谢你，再见，永远再见'])(
  'what may be a leave or a way to work is asked about: %s',
  (text) => {
    expect(heard('listener', text)).toBeNull()
    expect(hearFaintly(said('listener', text), ear)).toHaveLength(1)
  },
)

test('«I cannot do this any more» on a bridge is no way to work', () => {
  expect(heard('listener', "I'm on the bridge and I can't do this anymore")).not.toBeNull()
})

test.each([
  ['我不想活了，药都吃了', 'poisoning'],
  ['I want to die, I took all my pills', 'poisoning'],
])('what was swallowed is heard at its last key behind another cry: %s', (text, kind) => {
  expect(heard('typing', text)?.kind).toBe(kind)
})

test('that somebody cannot breathe is asked about where nothing else is said: it may be a mask', () => {
  expect(heard('listener', "I can't breathe")).toBeNull()
  expect(hearFaintly(said('listener', "I can't breathe"), ear)).toHaveLength(1)
})
