import { expect, test } from 'vitest'
import type { HeardLine, HeardWords } from './danger.ts'
import { hearDangers } from './hear-danger.ts'
import { openEar } from './open-ear.ts'

const ear = await openEar()
const said = (speaker: HeardLine['speaker'], ...texts: string[]) => texts.map((text) => ({ text, speaker }))

test.each([
  ['我不想活了，安眠药吃了一整瓶', ['suicide 我不想活了', 'poisoning 安眠药吃了一整瓶']],
  ['真的，我要跳楼，我已经喝了百草枯', ['suicide 我要跳楼', 'poisoning 我已经喝了百草枯']],
  [
    '小朋友在电话里唱歌，说爸爸把自己挂在门上荡秋千',
    ['child_in_danger 小朋友在电话里唱歌，说爸爸把自己挂在门上荡秋千', 'suicide 说爸爸把自己挂在门上荡秋千'],
  ],
  // Of one sentence what does not say of what kind it is belongs to what does.
  ['我闺女说她吃了农药，嘴里冒沫子', ['poisoning 我闺女说她吃了农药', 'poisoning 嘴里冒沫子']],
  ['查小说，一了百了，有没有纸质版', []],
])('of a line every danger is told, each where it stands: %s', (text, dangers) => {
  const clauses = text.split('，')
  const told = hearDangers(said('customer', text), ear).map(({ kind, words }) => {
    const inside = clauses.filter((clause) => words.some(({ start, end }) => clause.includes(text.slice(start, end))))
    return `${kind} ${inside.join('，')}`
  })
  expect(told).toEqual(dangers)
})

test.each([
  ['我要跳楼 我已经喝了百草枯', ['suicide', 'poisoning']],
  ['我要跳楼我已经喝了百草枯', ['suicide', 'poisoning']],
  ['I took all my pills and now he is stabbing me', ['violence', 'poisoning']],
  ['我 要 自 杀', ['suicide']],
  ['没人知道我已经吃了一整瓶安眠药', ['poisoning']],
])('where no sign stands between two dangers each is told all the same: %s', (text, kinds) => {
  const told = hearDangers(said('listener', text), ear).map(({ kind }) => kind)
  expect(told.toSorted()).toEqual(kinds.toSorted())
})

test.each([
  ['我没吃药，他打我妈，我要跳楼', '我没吃药，我儿子跳，我要跳楼', ['suicide 我要跳楼']],
  [
    '电话13900008817，他打我妈，我要跳楼',
    '电话13900008817，我要喝药，我要跳楼',
    ['suicide 我要跳楼', 'poisoning 我要喝'],
  ],
])('what was heard of one line tells nothing of another that is led in alike: %s', (one, other, dangers) => {
  hearDangers(said('customer', one), ear)
  const told = hearDangers(said('customer', other), ear)
  const words = (places: readonly HeardWords[]) => places.map(({ start, end }) => other.slice(start, end)).join(' ')
  expect(told.map((each) => `${each.kind} ${words(each.words)}`)).toEqual(dangers)
})
