import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { drawFileOf, drawFileText } from '../shared/domain/seats/draw/draw-file.ts'
import { drawnByLot, sha256 } from '../test/builders/draws.ts'
import { replayDraw } from './replay-draw.ts'

const text = drawFileText(drawFileOf(drawnByLot(7, { requests: 60, slots: 9 }), sha256))
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'earshot-draw-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function replayed(content: string, ...options: string[]) {
  const file = join(folder, 'draw.json')
  writeFileSync(file, content)
  const { isSame, lines } = replayDraw([file, ...options], 'en')
  return { isSame, said: lines.join('\n') }
}

test('says that it is the same bytes, and their hash', () => {
  const { isSame, said } = replayed(text)
  expect(isSame).toBe(true)
  expect(said).toMatch(
    /^The same bytes\. \d+ of 60 requests drawn, \d+ of \d+ seats used, lost to somebody who stood behind: 0\./,
  )
  expect(said).toContain(sha256(text))
  expect(replayed(text, '--lang', 'zh').said).toContain('一个字节都不差')
})

/** The file with another first match of something in it. */
const tampered = (what: RegExp, by: string): string => {
  const changed = text.replace(what, by)
  expect(changed).not.toBe(text)
  return changed
}

describe('finds out', () => {
  test.each([
    ['a place given to nobody', /("slotIds"):\["[^\]]*\]/, '$1:[]', 'Not the same'],
    ['a sentence put another way', /Place 1 of 60/, 'Place 2 of 60', 'Not the same'],
    ['envy that was hidden', /"envy":0/, '"envy":1', 'checks: {"envy":1,'],
    ['a seat more used', /"used":\d+/, '"used":1', 'capacity: '],
    ['somebody’s duty done', /"owesDuty":true/, '"owesDuty":false', 'Not the same'],
    ['another seed', /("seed": "..)./, '$1x', 'seed'],
    ['a seed that fits no promise', /("seed": ")...../, '$100000', 'the seed is not the one whose hash was published'],
    ['a person left out', /"personId":"p0"/, '"personId":"p00"', 'nothing is known of a person: p'],
    ['a rule of another version', /"version":1/, '"version":4', 'rules.version'],
    ['something nobody asked for', /"noShows":0/, '"noShows":0,"isBoss":true', 'isBoss'],
    ['half a file', /"results": .*$/s, '', 'This is no file of a draw'],
  ] as const)('%s', (_, what, by, expected) => {
    const { isSame, said } = replayed(tampered(what, by))
    expect(isSame).toBe(false)
    expect(said).toContain(expected)
  })

  test('a file that is none at all is told in one sentence, of the language that was asked for', () => {
    for (const content of ['时间,席位\n9:00,1\n', '[]', '']) {
      const { isSame, said } = replayed(content, '--lang', 'zh')
      expect([isSame, said]).toEqual([false, '这不是一份排位文件，或者已经不完整。请向协调员要原来的那一份。'])
    }
  })

  test('twenty of many differences, with how many more there are, in both languages', () => {
    const { said } = replayed(text.replaceAll(/Place (\d+) of 60/g, 'Place $1 of 61'))
    expect(said.split('\n').filter((line) => line.startsWith('    ') && line.includes(' ≠ '))).toHaveLength(20)
    expect(said).toMatch(/\n {4}and 40 more$/)
    expect(replayed(text.replaceAll('"noShows":0', '"noShows":"0"'), '--lang', 'zh').said).toMatch(/\n {2}还有 \d+ 处$/)
  })

  test('that another program saved it anew', () => {
    const { isSame, said } = replayed(JSON.stringify(JSON.parse(text), null, 2))
    expect(isSame).toBe(false)
    expect(said).toContain('another program saved this file anew')
  })
})

test('writes what the draw gives where it is told to, and nowhere else', () => {
  const out = join(folder, 'again.json')
  expect(replayed(tampered(/"envy":0/, '"envy":1'), '--out', out).isSame).toBe(false)
  expect(readFileSync(out, 'utf8')).toBe(text)
  expect(existsSync(`${out}.tmp`)).toBe(false)
  expect(replayed(text, '--out', join(folder, 'no', 'such.json')).said).toContain('(ENOENT)')
})

test('says what to give it', () => {
  expect(replayDraw([], 'en').lines[0]).toContain('npm run draw -- FILE')
  expect(replayDraw(['a', 'b'], 'zh').lines[0]).toContain('npm run draw -- 文件')
  const none = join(folder, 'none.json')
  expect(replayDraw([none], 'en').lines).toEqual([`There is no such file: ${none}`])
  expect(replayDraw([none], 'zh').lines).toEqual([`没有这个文件：${none}`])
  expect(replayDraw([folder], 'en').lines).toEqual([`This is a folder; name the file of the draw in it: ${folder}`])
})
