import { describe, expect, test } from 'vitest'
import { digitRuns, plainDigits, runUpTo } from './digit-runs.ts'

const runsOf = (text: string) => digitRuns(plainDigits(text))
const only = (text: string) => {
  const [run, ...others] = runsOf(text)
  if (run === undefined || others.length > 0) throw new Error('not one run')
  return run
}

describe('digits in one rhythm', () => {
  test.each([
    ['电话138 1234，', 2, 10, 11, '1381234'],
    ['电话138+1234', 2, 10, 10, '1381234'],
    [`138${' '.repeat(8)}1234`, 0, 15, 15, '1381234'],
    [`138${' '.repeat(9)}`, 0, 3, 11, '138'],
    ['证11010519491231002X。', 1, 19, 20, '11010519491231002X'],
    ['11010519491231002x', 0, 18, 18, '11010519491231002X'],
    ['11010519491231002Xe', 0, 17, 17, '11010519491231002'],
    ['11010519491231002aX', 0, 17, 18, '11010519491231002'],
    ['1101051949123100X', 0, 16, 17, '1101051949123100'],
    ['13812345678X', 0, 11, 12, '13812345678'],
  ])('%s', (text, start, end, reach, digits) => {
    expect(only(text)).toMatchObject({ start, end, reach, digits })
  })

  test('a longer gap, or a word, begins another', () => {
    expect(runsOf(`138${' '.repeat(9)}1234`).map(({ digits }) => digits)).toEqual(['138', '1234'])
    expect(runsOf('138元1234').map(({ digits }) => digits)).toEqual(['138', '1234'])
    expect(runsOf('电话138元1234').map(({ digits }) => digits)).toEqual(['138', '1234'])
  })
})

describe('what stands in front of the caret', () => {
  const upTo = (text: string, caret: number) => runUpTo(plainDigits(text), only(text), caret)

  test.each([
    [3, '138', 1, 3],
    [4, '138', 1, 4],
    [6, '13812', 2, 6],
  ])('at %i of «138 1234»', (caret, digits, groups, reach) => {
    const run = upTo('138 1234', caret)
    expect(run).toMatchObject({ digits, reach })
    expect(run?.groups).toHaveLength(groups)
  })

  test('is nothing at its start and all at its end', () => {
    expect(upTo('打138 1234吧', 1)).toBeNull()
    expect(upTo('打138 1234吧', 9)).toBeNull()
  })
})
