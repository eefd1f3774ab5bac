import { expect, test } from 'vitest'
import type { HeardLine } from './danger.ts'
import { hearDanger, hearDangers, hearFaintly } from './hear-danger.ts'
import { openEar } from './open-ear.ts'
import { tokensOf } from './tokens.ts'

const ear = await openEar()
const said = (speaker: HeardLine['speaker'], ...texts: string[]) => texts.map((text) => ({ text, speaker }))
const heard = (...texts: string[]) => hearDanger(said('customer', ...texts), ear)

test('what is heard comes with its grade, its kind and the words that decided it, in the line where they stand', () => {
  const lines = ['你好，帮我查一下快递到哪里了', '麻烦你们快一点，我把一整瓶安眠药都吃了']
  const danger = heard(...lines)
  expect(danger).toMatchObject({ grade: 'high', kind: 'poisoning' })
  const words = danger?.words.map(({ line, start, end }) => lines[line]?.slice(start, end)).join(' ')
  expect(words).toMatch(/安眠药|吃了/)
  expect(words).not.toMatch(/快递|麻烦/)
})

test.each([
  ['订单取消吧，我不想活了', '想活了', '订单'],
  ['这是我最后一个订单了，以后就用不上了', '以后', '订单'],
])('words that decided it are of danger, and not of an order: %s', (text, decided, order) => {
  const words = heard(text)
    ?.words.map(({ start, end }) => text.slice(start, end))
    .join(' ')
  expect(words).toContain(decided)
  expect(words).not.toContain(order)
})

test.each([
  ['I have written the letters, I bought the charcoal, and I will take all the pills tonight', 'suicide'],
  ['买了炭，今晚就走了，遗书写好了', 'suicide'],
  ['炭我买好了，今晚就都结束了', 'suicide'],
  ['我现在就要跳下去了，在人民路12号楼顶', 'suicide'],
  ['我要跳下去了，我在18楼楼顶', 'suicide'],
  ['I lit the charcoal in the bathroom and sealed the door', 'gas'],
  ['我把门窗都封了，炭点着了', 'gas'],
  ['烧炭取暖，我妈晕倒了', 'gas'],
  ['there is a smell of gas and my mum has collapsed', 'gas'],
  ['煤气灶打开了，我准备走了', 'gas'],
])('what is bought for later is a plan, what burns or flows is fresh air first: %s', (text, kind) => {
  expect((heard(text) ?? hearFaintly(said('customer', text), ear)[0])?.kind).toBe(kind)
})

test('lines of a call and a note of several lines are looked at alike, and each has its own places', () => {
  const lines = ['你好，帮我查一下快递到哪里了', '我不想活了，从天台跳下去']
  const words = (...texts: string[]) => heard(...texts)?.words ?? []
  expect(new Set(words(lines.join('\n')).map(({ line }) => line))).toEqual(new Set([0]))
  const apart = words(...lines)
  expect(apart.some(({ line }) => line === 1)).toBe(true)
  for (const { line, end } of apart) expect(end).toBeLessThanOrEqual(lines[line]?.length ?? 0)
})

test.each([
  '我不想活了，今晚就走',
  '我 现 在 就 在 天 台 上，马上跳',
  '今晚自sha，药都准备好了',
  '我不想活了,今晚就跳樓',
  'I am going to kill myself tonight',
  '我想跳楼',
  '我妈摔倒了叫不醒',
  '我老公又在打我，拿刀追我，快报警',
  '遗书写好了，今晚我就走了，谢谢你们',
])('a plain cry is heard however it is written: %s', (text) => {
  expect(heard(text)?.grade).toBe('high')
})

test.each([
  '气死我了',
  '笑死',
  '打死也不买',
  '手机死机了',
  '全场跳楼价',
  '割韭菜',
  '杀虫剂怎么用',
  '想死你了',
  '热死了',
  '这鞋磨脚要命',
  '客户没有想自杀，是在说电影',
  '自杀小队的手办什么时候到货',
])('an idiom is left alone: %s', (text) => {
  expect(heard(text)).toBeNull()
})

test.each([
  ['想死，多少片能死都查过了，药准备好了', 'suicide'],
  ['我想死，药都准备好了', 'suicide'],
  ['我不想活了，安眠药吃多少片会死', 'lethal_question'],
  ['我刚吃了一瓶安眠药，多少片会死', 'poisoning'],
  ['我刚吃了一瓶安眠药，遗书在桌上', 'poisoning'],
  ['我奶奶一个人在家闻到煤气味头晕', 'gas'],
  ['孩子一个人被反锁在屋里，煤气还开着', 'gas'],
  ['I turned on the gas, tell my mother I am sorry', 'gas'],
  ['站在天台上，我老公打我，我跳下去算了', 'suicide'],
  ['我要带孩子一起走，不想活了', 'suicide'],
  ['I want to die. I have the pills ready', 'suicide'],
  ['She is 82 and her grandson is away\nCaller says there is no point living, the pills are on the table', 'suicide'],
  ['确诊以后我就想着别治了，死了干净，省下钱给孩子念书', 'suicide'],
  ['我五岁，妈妈睡着了一直不醒，地上好多药', 'old_person_in_danger'],
])('where hints mix, the card is headed by what is to be done first: %s', (text, kind) => {
  // As it is typed: how loud it must be in a conversation is no matter of headings.
  expect(hearDanger(said('listener', text), ear)?.kind).toBe(kind)
})

test('a cry told over lines is heard, and a line more is looked at with those before', () => {
  const lines = ['在吗', '药瓶空了', '全吃下去了', '别叫救护车']
  expect(heard(...lines)).not.toBeNull()
  expect(heard()).toBeNull()
  expect(heard('', ' ', '，')).toBeNull()
})

test('what is plain with little else may be told of goods with more around it', () => {
  expect(heard('I want to die')).not.toBeNull()
  expect(heard('我今晚就不在了,明早的飞机,件改下周三送')).toBeNull()
  expect(heard('手腕拉货拉伤,护腕中号')).toBeNull()
})

test.each(['爷爷踩梯子摔下来了，头在流血', "grandad came off the ladder, there's blood and he's not talking"])(
  'late in a call, too, what is surely of the gravest is heard where it stands alone: %s',
  (cry) => {
    const ordinary = [
      'the parcel is late',
      'I want a refund',
      'which card',
      'the blue one',
      'it was chipped',
      'ok',
      'yes',
    ]
    const lines = [...ordinary, 'can you resend it', 'thank you', 'one more thing', cry]
    expect(heard(...lines)?.grade).toBe('high')
    expect(heard(...lines.slice(0, -1))).toBeNull()
    expect(hearDanger([...said('customer', ...lines.slice(0, -1)), ...said('agent', cry)], ear)).toBeNull()
  },
)

test('what an agent says needs more to be a cry: it may be a question, or said again', () => {
  const lines = ['您是说不想活了吗']
  expect(hearDanger(said('customer', ...lines), ear)).not.toBeNull()
  expect(hearDanger(said('agent', ...lines), ear)).toBeNull()
})

test('what is heard as danger is heard faintly too', () => {
  const lines = said('customer', '我不想活了，今晚就走')
  expect(hearFaintly(lines, ear)).toEqual(hearDangers(lines, ear))
})

test('any text is heard without a fault, and looked at in pieces that grow with it', () => {
  const odd = [
    '\ud800',
    '💊'.repeat(300),
    '死'.repeat(5_000),
    '(|、)',
    '\u0000',
    'a'.repeat(10_000),
    '，。'.repeat(2_000),
  ]
  for (const text of odd) expect(() => heard(text, text)).not.toThrow()
  // Each sign is read once: twice the text, twice the tokens.
  const once = '我想退货，快递还没有到。'
  expect(tokensOf(once.repeat(20), ear.foldings)).toHaveLength(20 * tokensOf(once, ear.foldings).length)
})

test('a cry in the middle of a long text is heard as it is heard alone', () => {
  const much = '快递还没有到，你们帮我查一下物流到哪里了。'.repeat(200)
  expect(heard(`${much}我把一整瓶安眠药都吃了，现在很困。${much}`)?.kind).toBe('poisoning')
  expect(heard(much)).toBeNull()
})

test('words that were heard before stand where they stand now', () => {
  const much = '快递还没有到，你们帮我查一下物流到哪里了，'.repeat(3)
  const cry = '我把一整瓶安眠药都吃了，现在很困'
  const saidIn = (text: string) =>
    hearDanger(said('listener', text), ear)
      ?.words.map(({ start, end }) => text.slice(start, end))
      .join('')
  expect(saidIn(cry)).toMatch(/安眠药|吃了/)
  expect(saidIn(`${much}${cry}`)).toMatch(/安眠药|吃了/)
})

test.each([
  '客户说话含糊，像是喝了酒',
  '客户像是喝了酒，说话含糊不清',
  '客户语气很累，说话有气无力',
  '对方听上去醉醺醺的，口齿不清',
  'caller sounds drunk, slurring his words',
  'She sounds very tired and hoarse',
])('how somebody sounds opens no card, where nothing else is said: %s', (text) => {
  expect(heard(text)).toBeNull()
})

test.each([
  ['客户说话含糊，像是吞了一整瓶安眠药'],
  ['客户喝了酒，说今晚就从天台跳下去'],
  ['客户说话含糊，像是喝了酒', '他说把一整瓶安眠药都吃了'],
  ['caller sounds drunk, says she swallowed all her pills'],
])('with anything else it is heard as ever: %s', (...texts) => {
  expect(heard(...texts)?.grade).toBe('high')
})
