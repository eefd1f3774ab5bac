import { describe, expect, test } from 'vitest'
import { blockLook, emsOf, rowHeightMm, shownPart } from './door-sheet.ts'

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

  test.each([5, 20, 60, 99])('has room for %d seats', (seats) => {
    expect(rowHeightMm(seats) * seats).toBeLessThanOrEqual(174)
  })

  test('says name and department one under the other, as large as is read from a metre, where a row is high', () => {
    const look = blockLook(words, anHour, rowHeightMm(5))
    expect(look).toMatchObject({ isStacked: true, showsDepartment: true })
    expect(look.nameSize).toBeGreaterThanOrEqual(16)
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
})
