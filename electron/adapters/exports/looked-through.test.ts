import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type LookedThroughFile, lookedThroughAnew, openLookedThrough } from './looked-through.ts'
import { masksVersion } from './masks-version.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'earshot-looked-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const rule = { name: '运单', pattern: 'JDV#{10-13}', examples: ['JDV0192837465'] }
const version = masksVersion({ rules: [], hidesOrders: false }) ?? ''
const inFolder = (of = version) => ({ path: join(folder, 'looked-through'), version: of })
function remember(...texts: string[]) {
  const looked = lookedThroughAnew(inFolder())
  for (const text of texts) looked.add(text)
  looked.save()
}
function knows(text: string, file: LookedThroughFile = inFolder()) {
  const looked = openLookedThrough(file)
  const isKnown = looked.has(text)
  looked.close()
  return isKnown
}

test('of other masks nothing is known', () => {
  remember('包装破了')
  const others = [
    { rules: [rule], hidesOrders: false },
    { rules: [], hidesOrders: true },
    { rules: [{ ...rule, pattern: 'JDV#{10-14}' }], hidesOrders: false },
  ].map((rules) => masksVersion(rules) ?? '')
  expect(new Set([version, ...others]).size).toBe(4)
  expect(knows('包装破了')).toBe(true)
  for (const other of others) expect(knows('包装破了', inFolder(other))).toBe(false)
})

test('only what was met since stays', () => {
  remember('包装破了', '优惠券用不了')
  const looked = lookedThroughAnew(inFolder())
  expect(looked.has('包装破了')).toBe(true)
  looked.save()
  expect(['包装破了', '优惠券用不了'].map((text) => knows(text))).toEqual([true, false])
})

test('the same text is another word in another folder', () => {
  remember('包装破了')
  const [one] = [readFileSync(inFolder().path)]
  rmSync(inFolder().path)
  remember('包装破了')
  expect(
    readFileSync(inFolder().path)
      .subarray(64)
      .equals(one?.subarray(64) ?? Buffer.alloc(0)),
  ).toBe(false)
})

test.each([
  ['none', null],
  ['one that was cut in its head', 40],
  ['one that was cut behind it', 64],
  ['one that was cut in a word', 70],
])('%s knows nothing and can be written', (_, length) => {
  remember('包装破了')
  if (length === null) rmSync(inFolder().path)
  else writeFileSync(inFolder().path, readFileSync(inFolder().path).subarray(0, length))
  expect(knows('包装破了')).toBe(false)
  remember('包装破了')
  expect(knows('包装破了')).toBe(true)
})
