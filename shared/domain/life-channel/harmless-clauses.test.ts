import { expect, test } from 'vitest'
import { hearDanger, hearFaintly } from './hear-danger.ts'
import { openEar } from './open-ear.ts'

const ear = await openEar()
const heard = (text: string) => hearDanger([{ text, speaker: 'listener' }], ear)

test.each([
  '我没有吃一整瓶安眠药',
  '我没有吃一整瓶安眠药，别误会',
  '我没有喝农药',
  '客户否认有自杀想法',
  '也没想过死',
  '没人逼我',
  '吃了一粒安眠药',
  "I haven't taken any pills, I only rang to ask where my delivery is",
  'denied any self-harm when asked, says he was joking about the bill',
  "he hasn't hit me, he's hit the postbox with the car",
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
  ["I'm not suicidal, I just want to be dead", 'medium'],
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
])('what is said beside a denial is heard, and so is what is not denied: %s', (text, grade) => {
  expect(heard(text)?.grade).toBe(grade)
})

test.each(['没想到吃了一整瓶安眠药还没死', '没割断，血一直流', '我没想活'])(
  'not every «not» denies a danger: %s',
  (text) => {
    expect(heard(text) ?? hearFaintly([{ text, speaker: 'listener' }], ear)[0]).toBeDefined()
  },
)
