import { describe, expect, it } from 'vitest'
import { mayMatch } from './may-match.ts'
import { neededSigns } from './needed-signs.ts'

const signsOf = (pattern: RegExp): string | null => {
  const needed = neededSigns(pattern)
  return needed === null
    ? null
    : [...needed]
        .sort((a, b) => a - b)
        .map((sign) => String.fromCharCode(sign))
        .join('')
}

describe('the signs that a pattern cannot match without', () => {
  it.each([
    [/收件人|姓名/u, '人名|件名|收姓|收名|件姓|人姓|名收'],
    [/\d{3}\*{4}\d/u, '*'],
    [/(?<=尾号)\d+/u, '尾|号'],
    [/(?=[车牌])[车牌]\d/u, '牌车'],
  ])('%s', (pattern, ways) => {
    const sorted = (signs: string): string => [...signs].sort().join('')
    expect(ways.split('|').map(sorted)).toContain(sorted(signsOf(pattern) ?? ''))
  })

  it.each([
    ['what may be missing', /号?/u],
    ['what may be there no time', /号{0,2}\p{Script=Han}/u],
    ['a way without any', /号|\p{L}/u],
    ['an end', /号|$/u],
    ['what must not be there', /(?!号)(?<!号)\p{Script=Han}/u],
    ['all but some', /[^号]/u],
    ['letters with other forms', /é/iu],
    ['signs of two units', /[𝟎号]/u],
    ['a set of sets', /[号--[名]]/v],
    ['what stood before', /(\p{L})\1/u],
  ])('tells nothing of %s', (_, pattern) => {
    expect(neededSigns(pattern)).toBeNull()
  })

  it.each([
    [/K/iu, '\u212a'],
    [/s\p{L}/iu, '\u017fo'],
    [/[\]\-号]x/u, ']x'],
    [/[a-c]楼/u, 'b楼'],
    [/[\d-]号/u, '-号'],
    [/\u53f7(?<name>码)\k<name>/u, '号码码'],
    [/(?:号|(?:码|口)令)+?、?名/u, '口令名'],
    [/\x41{2}|\cJ/u, '\n'],
    [/a{2}|b/u, 'aa'],
    [/(?<=^|[，,])号(?=$)/u, '号'],
    [/[.]\.\//u, './'.padStart(3, '.')],
  ])('misses nothing: %s', (pattern, text) => {
    expect(pattern.test(text)).toBe(true)
    expect(mayMatch(text, pattern)).toBe(true)
  })

  it('is told of the text that is asked about, and of another one behind it', () => {
    const pattern = /门牌/u
    expect([mayMatch('门牌', pattern), mayMatch('没有', pattern), mayMatch('门', pattern)]).toContain(false)
    expect(mayMatch('没有', pattern)).toBe(false)
    expect(mayMatch('门牌', pattern)).toBe(true)
    expect(mayMatch('没'.repeat(3000), pattern)).toBe(true)
  })
})
