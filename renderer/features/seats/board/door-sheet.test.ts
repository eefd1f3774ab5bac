import { describe, expect, test } from 'vitest'
import { blockLook, emsOf, rowHeightMm, sheetSize, sheetsOf, shownPart, withTime } from './door-sheet.ts'

const anHour = 1 / 12
const words = { name: '陈思远', department: '客服部', beside: '' }

describe('the sheet for the door', () => {
  test('shows of a round-the-clock day the hours in which somebody sits', () => {
    expect(
      shownPart(
        [
          { from: 8.25 / 24, to: 9 / 24 },
          { from: 18 / 24, to: 19.5 / 24 },
        ],
        24,
      ),
    ).toEqual({
      from: 8 / 24,
      to: 20 / 24,
    })
    expect(shownPart([{ from: 0.5, to: 0.6 }], 12)).toEqual({ from: 0, to: 1 })
    expect(shownPart([], 24)).toEqual({ from: 0, to: 1 })
  })

  test.each([
    [0, [0]],
    [5, [5]],
    [32, [32]],
    [33, [17, 16]],
    [60, [30, 30]],
    [99, [25, 25, 25, 24]],
  ])('of %d seats has as many on each as can be read from a metre', (seats, counts) => {
    const numbers = Array.from({ length: seats }, (_, index) => index + 1)
    const sheets = sheetsOf(numbers)
    expect(sheets.map(({ length }) => length)).toEqual(counts)
    expect(sheets.flat()).toEqual(numbers)
    for (const { length } of sheets) {
      expect(rowHeightMm(length) * length).toBeLessThanOrEqual(174)
      expect(blockLook(words, anHour, rowHeightMm(length)).nameSize).toBeGreaterThanOrEqual(10)
    }
  })

  test('says name and department one under the other, as large as is read from a metre, where a row is high', () => {
    const look = blockLook(words, anHour, rowHeightMm(5))
    expect(look).toMatchObject({ isStacked: true, showsDepartment: true })
    expect(look.nameSize).toBeGreaterThanOrEqual(16)
  })

  test('of what would run over the edge below leaves out the department first: a companion is somebody who is looked for', () => {
    const both = { name: '林岚', department: '客户体验部', beside: '同行 王敏' }
    const row = rowHeightMm(6)
    expect(blockLook(both, anHour, row)).toMatchObject({ isStacked: true, showsDepartment: true, showsBeside: true })
    expect(blockLook(both, 0.05, row)).toMatchObject({
      ...{ isStacked: true, showsDepartment: false, showsBeside: true },
    })
    const long = { ...both, beside: '', department: '客户服务与体验管理中心' }
    expect(blockLook(long, 0.05, row)).toMatchObject({ isStacked: true, showsDepartment: false })
  })

  test('says the time as well, beside the department or alone, and leaves both out before who sits beside', () => {
    const said = (share: number, rowMm: number, who = words) =>
      withTime(who, '10:30–12:00', (way) => blockLook(way, share, rowMm))
    expect(said(1.5 * anHour, rowHeightMm(5)).words.department).toBe('10:30–12:00 客服部')
    const narrow = said(anHour, rowHeightMm(60), { ...words, department: '客户服务与体验管理中心' })
    expect([narrow.words.department, narrow.look.showsDepartment]).toEqual(['10:30–12:00', true])
    const both = { ...words, beside: '同行 王敏' }
    expect(said(0.05, rowHeightMm(6), both).look.showsBeside).toBe(true)
  })

  test('says both on one line where it is low', () => {
    const look = blockLook(words, anHour, rowHeightMm(60))
    expect(look).toMatchObject({ isStacked: false, showsDepartment: true })
    expect(look.nameSize).toBeGreaterThanOrEqual(5.5)
  })

  test('leaves out the department before the name gets smaller', () => {
    const short = blockLook({ ...words, department: '客户服务与体验管理中心' }, anHour / 2, rowHeightMm(60))
    expect(short.showsDepartment).toBe(false)
    expect(short.nameSize).toBe(blockLook(words, anHour / 2, rowHeightMm(60)).nameSize)
  })

  test('makes a long name smaller, and breaks it between its words, so that it has room', () => {
    const long = blockLook({ ...words, name: 'Alexandra Konstantinopoulos' }, anHour, rowHeightMm(5))
    expect(long.nameSize * emsOf('Konstantinopoulos')).toBeLessThanOrEqual((263 / 12) * (72 / 25.4))
    expect(long.nameSize * emsOf('Alexandra Konstantinopoulos')).toBeGreaterThan((263 / 12) * (72 / 25.4))
    expect(long.nameSize).toBeLessThan(blockLook(words, anHour, rowHeightMm(5)).nameSize)
  })

  test('says all names in one size, but for who has no room in one that is read from a metre', () => {
    const row = rowHeightMm(6)
    const short = { words, share: 1 / 8 }
    const narrow = { words, share: 1 / 17 }
    const long = { words: { ...words, name: 'Konstantinopoulos' }, share: 1 / 17 }
    const alone = blockLook(words, narrow.share, row).nameSize
    expect(alone).toBeLessThan(blockLook(words, short.share, row).nameSize)

    const size = sheetSize([short, narrow, long], row)
    expect(size).toBe(alone)
    expect([short, narrow].map((block) => blockLook(block.words, block.share, row, size).nameSize)).toEqual([
      size,
      size,
    ])
    expect(blockLook(long.words, long.share, row, size).nameSize).toBeLessThan(10)
    expect(sheetSize([long], row)).toBe(sheetSize([], row))
  })
})
