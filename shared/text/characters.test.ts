import { describe, expect, test } from 'vitest'
import { isBlank, oddCharacterIn } from './characters.ts'

describe('nothing to be seen is empty', () => {
  test.each([
    ['nothing', ''],
    ['blanks of any width', ' \t\r\n\u00a0\u2003\u3000'],
    ['zero-width space, joiners, word joiner, byte order mark', '\u200b\u200c\u200d\u2060\ufeff'],
    ['marks of direction', '\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069'],
    ['Hangul fillers', '\u115f\u1160\u3164\uffa0'],
    ['blank Braille', '\u2800'],
    ['selectors and tags', '\ufe0e\ufe0f\u{e0100}\u{e0001}\u{e0020}\u{e007f}'],
    ['soft hyphen, grapheme joiner, Mongolian separator', '\u00ad\u034f\u180b\u180e'],
    ['combining marks with no letter', '\u0301\u20dd\u0e31'],
    ['invisible operators', '\u2061\u2062\u2063\u2064'],
    ['the null notehead', '\u{1d159}'],
    ['control characters', '\u0000\u0007\u0085'],
  ])('%s', (_, text) => {
    expect(isBlank(text)).toBe(true)
    expect(isBlank(`${text}字${text}`)).toBe(false)
  })

  test.each(['1', '。', '👨‍👩‍👧', 'é', 'ไม่', '\ufffc', '?', '€'])('«%s» can be seen', (text) => {
    expect(isBlank(text)).toBe(false)
  })
})

describe('what cannot be kept', () => {
  test.each([
    ['half an emoji', '好\ud83d。', { kind: 'half', name: 'U+D83D', position: 2 }],
    ['the other half', '\ude00', { kind: 'half', name: 'U+DE00', position: 1 }],
    ['halves in the wrong order', '😀\ude00\ud83d', { kind: 'half', name: 'U+DE00', position: 2 }],
    ['NUL', 'ab\u0000c', { kind: 'control', name: 'U+0000', position: 3 }],
    ['a line of its own in Word', '一\u000b二', { kind: 'control', name: 'U+000B', position: 2 }],
    ['an escape', '\u001b[31m', { kind: 'control', name: 'U+001B', position: 1 }],
    ['delete', '\u007f', { kind: 'control', name: 'U+007F', position: 1 }],
    ['a C1 mark', '\u0085', { kind: 'control', name: 'U+0085', position: 1 }],
    ['no character', '\uffff', { kind: 'control', name: 'U+FFFF', position: 1 }],
    ['no character beyond the first plane', '\u{1fffe}', { kind: 'control', name: 'U+1FFFE', position: 1 }],
  ])('%s', (_, text, odd) => {
    expect(oddCharacterIn(text)).toEqual(odd)
  })

  test.each([
    ['lines and tabs', 'a\tb\r\nc\n'],
    ['a family', '👨‍👩‍👧‍👦🏳️‍🌈👍🏽'],
    ['a flag of tags', '\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}'],
    ['Arabic and Hebrew with marks', 'شكراً\u200f 123 שלום\u200e!\u2067x\u2069'],
    ['Thai and Devanagari', 'ภาษาไทย क्षेत्र'],
    ['decomposed letters', 'e\u0301a\u0308'],
    ['rare Chinese characters', '𠮷𪚥㐂'],
    ['a private character', '\ue000\u{f0000}'],
    ['zero-width inside a word', '家\u200b电'],
  ])('%s can', (_, text) => {
    expect(oddCharacterIn(text)).toBeNull()
  })
})
