import { expect, test } from 'vitest'
import type { HeardLine } from './danger.ts'
import { hearDanger } from './hear-danger.ts'
import { openEar } from './open-ear.ts'

const ear = await openEar()
const heard = (...texts: string[]) =>
  hearDanger(
    texts.map((text): HeardLine => ({ text, speaker: 'customer' })),
    ear,
  )

test('what is heard comes with its grade, its kind and the words that decided it, in the line where they stand', () => {
  const lines = ['你好，查一下订单', '我 把安 眠药都吃了']
  const danger = heard(...lines)
  expect(danger).toMatchObject({ grade: 'high', kind: 'poisoning' })
  expect(danger?.words.map(({ line, start, end }) => lines[line]?.slice(start, end))).toEqual(['安 眠药', '吃了'])
})

test('ordinary talk is none', () => {
  expect(heard('手机又死机了', '气死我了', '打死也不买')).toBeNull()
  expect(heard()).toBeNull()
})
