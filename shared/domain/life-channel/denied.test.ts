import { expect, test } from 'vitest'
import { hearDanger, hearDangers } from './hear-danger.ts'
import { openEar } from './open-ear.ts'

const ear = await openEar()
const heard = (text: string) => hearDanger([{ text, speaker: 'listener' }], ear)

test.each([
  '我没有吃一整瓶安眠药',
  '我没有喝农药',
  '我没吃那瓶药',
  '我不是吃了一整瓶安眠药',
  'I have not taken a whole bottle of pills',
  'I never cut my wrists',
  "I haven't drunk the bleach",
])('what somebody did not do is no danger: %s', (text) => {
  expect(heard(text)).toBeNull()
})

test.each([
  ['我没有吃药我割腕了', 'suicide'],
  ['我没吃药，但我想死', 'suicide'],
  ['我不是没吃，我吃了一整瓶安眠药', 'poisoning'],
  ['我没吃一整瓶，吃了半瓶安眠药', 'poisoning'],
  ['我还没吃，药在手上', 'poisoning'],
  ['没割断，血一直流', 'self_harm'],
  ['没想到吃了一整瓶安眠药还没死', 'poisoning'],
  ['没人知道我吃了一整瓶安眠药', 'poisoning'],
  ['没有人管我，我要跳楼', 'suicide'],
  ['我没想活', 'despair'],
  ["I don't want to live, I have not taken the pills", 'suicide'],
  ["I haven't taken the pills yet, they're in my hand", 'poisoning'],
])('what was not yet done, went wrong, or is said beside it is heard: %s', (text, kind) => {
  expect(heard(text)?.kind).toBe(kind)
})

test('a denied act takes nothing from what else the line says', () => {
  const kinds = (text: string) => hearDangers([{ text, speaker: 'customer' }], ear).map(({ kind }) => kind)
  expect(kinds('我要跳楼，我没有吃一整瓶安眠药')).toEqual(['suicide'])
  expect(kinds('我要跳楼，我已经吃了一整瓶安眠药')).toContain('poisoning')
})
