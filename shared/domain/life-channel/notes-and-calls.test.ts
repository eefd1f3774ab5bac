import { expect, test } from 'vitest'
import type { HeardLine } from './danger.ts'
import { hearDanger, loudnessOf } from './hear-danger.ts'
import { openEar } from './open-ear.ts'

const ear = await openEar()
const said = (speaker: HeardLine['speaker'], ...texts: string[]) => texts.map((text) => ({ text, speaker }))

test('a note and the first line of a call need less than a line of a call that goes on, and words on their way to a note more', () => {
  const ordinary = ['快递到哪里了', '我查一下', '好的', '还要几天', '明天到', '行', '发票呢', '一起寄', '谢谢']
  const needs = (thresholds: Partial<typeof ear.thresholds>) => ({
    ...ear,
    thresholds: { danger: 90, typing: 90, lone: 90, faint: -90, ...thresholds },
  })
  const lone = needs({ lone: -90 })
  expect(hearDanger(said('listener', '发票呢'), lone)).not.toBeNull()
  expect(hearDanger(said('typing', '发票呢'), lone)).toBeNull()
  expect(hearDanger(said('typing', '发票呢'), needs({ typing: -90 }))).not.toBeNull()
  expect(hearDanger(said('customer', '发票呢'), lone)).not.toBeNull()
  const last = (ear: Parameters<typeof hearDanger>[1]) =>
    hearDanger([...said('agent', ...ordinary), ...said('customer', '发票呢')], ear)
  expect(last(lone)).toBeNull()
  expect(last(needs({ danger: -90 }))).not.toBeNull()
  // What was noted meanwhile makes a conversation no longer.
  const unheard = said('typing', ...ordinary)
  expect(hearDanger([...unheard, ...said('customer', '发票呢')], lone)).not.toBeNull()
})

test('what is said is heard alike whatever was noted meanwhile, and a note whatever was said', () => {
  const notes = said('listener', '快递三天没到', '要求补差价', '问发票什么时候开')
  const talk = said('customer', '快递三天没到', '要求补差价', '问发票什么时候开')
  for (const text of ['活着好累', '我不想再撑下去了', '没意思，真不如死了算了']) {
    const [line] = said('customer', text)
    const [note] = said('listener', text)
    if (line === undefined || note === undefined) throw new Error('one line')
    expect(loudnessOf([...notes, line], ear)).toBeCloseTo(Math.max(loudnessOf(notes, ear), loudnessOf([line], ear)))
    expect(loudnessOf([...talk, note], ear)).toBeCloseTo(Math.max(loudnessOf(talk, ear), loudnessOf([note], ear)))
  }
})
