import { expect, test } from 'vitest'
import type { Line } from '../../../../shared/contract/listening/conversations.ts'
import { type NoteOfLine, notedLines } from './noted-lines.ts'

const line = (atMs: number, text: string): Line => ({ atMs, speaker: 'customer', text })
const lines = [line(0, '喂'), line(4_000, '我要退货'), line(9_000, '喂'), line(12_000, '没人管我')]
const noted = (...notes: NoteOfLine[]) => [...notedLines(lines, notes)]

test('a line is noted as long as its note stands', () => {
  expect(noted({ text: '我要退货', offsetMs: 4_000 })).toEqual([1])
  expect(noted({ text: '顾客：我要退货', offsetMs: 4_000 })).toEqual([1])
  expect(noted()).toEqual([])
})

test('of lines that say the same the one nearest to the mark is, and two notes are of two lines', () => {
  expect(noted({ text: '喂', offsetMs: 8_000 })).toEqual([2])
  expect(noted({ text: '喂', offsetMs: 9_000 }, { text: '喂', offsetMs: 9_000 })).toEqual([2, 0])
})

test('a note whose mark was moved is told by its words, one that was reworded by its second', () => {
  expect(noted({ text: '没人管我', offsetMs: 2_000 })).toEqual([3])
  const editedAt = '2026-11-21T09:00:00.000Z'
  expect(noted({ text: '三天没人管我', offsetMs: 12_000, editedAt })).toEqual([3])
  expect(noted({ text: '别的话', offsetMs: 12_000, editedAt: null })).toEqual([])
})
