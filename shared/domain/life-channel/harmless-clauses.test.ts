import { expect, test } from 'vitest'
import { hearDanger, hearFaintly } from './hear-danger.ts'
import { openEar } from './open-ear.ts'

const ear = await openEar()
const heard = (text: string) => hearDanger([{ text, speaker: 'listener' }], ear)

test.each([
  '我没有吃一整瓶安眠药',
  '我没有吃一整瓶安眠药，别误会',
  '我没有喝农药',
  '没吃一整瓶，吃了三片',
  '客户否认有自杀想法',
  '也没想过死',
  '没人逼我',
  '吃了一粒安眠药',
  "I haven't taken any pills, I only rang to ask where my delivery is",
  'denied any self-harm when asked, says he was joking about the bill',
  "he hasn't hit me, he's hit the postbox with the car",
  '我没说要跳楼',
  "I haven't taken anything",
  "didn't take any pills today",
  'I want to die laughing',
  '老公把孩子锁家里写作业',
  '褪黑素软糖吃几颗能睡过去',
  '小说里他吃了一整瓶安眠药',
  'in the film he takes a bottle of pills',
  '我没想自杀，但快递一直不到',
  "I'm not suicidal but the parcel never comes",
  '客户否认有自杀想法，但要求退款',
  '我没说要跳楼，但你们这价也太高了',
  "I haven't taken any pills but I'd like to return the bottle",
])('a clause that only says what was not done, or not meant, is no danger: %s', (text) => {
  expect(heard(text)).toBeNull()
  expect(hearFaintly([{ text, speaker: 'listener' }], ear)).toEqual([])
})

test.each([
  ['我没有吃药我割腕了', 'high'],
  ['我没吃药，但我想死', 'high'],
  ['客户称未服药，但已割腕', 'high'],
  ['我没想死，我就是不想醒来', 'medium'],
  ['我没吃一整瓶，吃了半瓶安眠药', 'high'],
  ['药没吃，绳子挂好了', 'high'],
  ['他没打我，他拿刀追我', 'high'],
  ['没人管我，我要跳楼', 'high'],
  ["I haven't taken the pills yet, they're in my hand", 'high'],
  ["I'm not suicidal, I just want to be dead", 'high'],
  // What lies there, and what is taken back or set against something, is not denied.
  ["I haven't taken the tablets, I'm looking at them", 'high'],
  ["I didn't take the pills. Okay I did, all of them", 'high'],
  ['我没吃药。好吧我吃了三十片', 'high'],
  ['没喝农药，骗我妈的，其实喝了', 'high'],
  ['从来没想过轻生，除了今天', 'high'],
  ['他没有威胁我，他直接拿刀了', 'high'],
  ['我没打算自杀，我打算让他给我陪葬', 'high'],
  ['没吃药，就是割了腕', 'high'],
  ['我没有喝农药，我喝的是洁厕灵', 'high'],
  ['我没割腕，我吞了刀片', 'high'],
  ['客户称未割腕，后改口称已割，血流不止', 'high'],
  ['caller denies suicide, then says he took forty paracetamol', 'high'],
  // A «but» begins a clause without a sign too, and what is put in the place of what was denied is meant.
  ["she hasn't taken any pills but she's got the rope up", 'high'],
  ["I haven't taken anything, I've cut my arms to ribbons", 'high'],
  ["I haven't drunk any bleach. Yet.", 'high'],
  ["she hasn't swallowed any bleach but her mouth is burnt", 'high'],
  ['我没有吃一整瓶，我吃了两瓶', 'high'],
  ['没吃一整瓶，吃了三十片', 'high'],
  ['他没吃一整瓶安眠药，吃了几十颗', 'high'],
  ['没有自杀想法？有的，天天有', 'medium'],
  ['客户称没有轻生想法，但交代了后事', 'high'],
  ['不是我想死，是我儿子说要死，门反锁了', 'high'],
  ['我没说要跳楼，我说要跳江', 'high'],
  ['我没说要跳楼，但我在楼顶', 'high'],
  ['不是我要跳楼，是我妈在楼顶', 'high'],
  // Who speaks of himself beside a book does not tell of the book alone.
  ['电影里他从楼上跳下去，我也想跳下去', 'high'],
  // Of people one meets in a game, and of what lies in a book, nobody makes a story.
  ['游戏里有个网友说他吃了一整瓶安眠药', 'high'],
  ["in the show room a man collapsed, he isn't breathing", 'high'],
])('what is said beside a denial is heard, and so is what is not denied: %s', (text, grade) => {
  expect(heard(text)?.grade).toBe(grade)
})

test.each(['没想到吃了一整瓶安眠药还没死', '没割断，血一直流', '我没想活'])(
  'not every «not» denies a danger: %s',
  (text) => {
    expect(heard(text) ?? hearFaintly([{ text, speaker: 'listener' }], ear)[0]).toBeDefined()
  },
)

test.each([
  ["didn't take any pills today", "I've been burning myself again", 'self_harm'],
  ['they never threatened me with late fees', "my grandad's not breathing", 'emergency'],
  ['他们从来没逼我办会员', '我爷爷没呼吸了', 'emergency'],
])(
  'a denial in the line before takes nothing away from a cry, and does not say of what kind it is: %s',
  (before, cry, kind) => {
    const lines = [before, cry].map((text) => ({ text, speaker: 'customer' as const }))
    expect(hearDanger(lines, ear)?.kind).toBe(kind)
  },
)
