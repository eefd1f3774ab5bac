import { expect, test } from 'vitest'
import { cries, ordinaryTalk } from '../../../../test/builders/heard-lines.ts'
import { ordinaryLines } from '../../../../test/builders/ordinary-lines.ts'
import { maskText } from './mask-text.ts'

/** Somebody in danger who says where: of an address no more than the district is kept, whoever says it. */
const ADDRESSES = ['铁路家属院三号楼，别写成铁路局', '铁路家属院三号门,靠轨道那排平房']
/** They could be a phone just as well, and a leak is worse. */
const FALSELY_MASKED = ['B1381234 5678C', '手机 1599 1899 999']

test('of lines that only look like personal data at most one in 200 is masked', () => {
  const masked = ordinaryLines.filter((line) => maskText(line).found.length > 0)
  expect(masked).toEqual(FALSELY_MASKED)
  expect(200 * masked.length).toBeLessThanOrEqual(ordinaryLines.length + 10)
})

test('beside the same words a phone is masked as ever', () => {
  const leaked = ordinaryLines.flatMap((line) =>
    [`13912345678，${line}`, `${line}，13912345678`, `${line}。电话13912345678元旦再打`].filter((text) =>
      maskText(text).text.includes('13912345678'),
    ),
  )
  expect(leaked).toEqual([])
})

test('no word of a cry for help is hidden, nor of ordinary talk', () => {
  const hidden = [...cries, ...ordinaryTalk].filter((line) => maskText(line).text !== line)
  expect(hidden).toEqual(ADDRESSES)
  expect([cries.length, ordinaryTalk.length].every((count) => count > 1_000)).toBe(true)
})
