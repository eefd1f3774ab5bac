import { readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { expect, test } from 'vitest'
import { errorCode, failedCall } from './error-code.ts'

const coded = (code: string) => Object.assign(new Error('refused'), { code })

test.each([
  [coded('EBUSY'), 'EBUSY'],
  [coded(`Unknown system error -${constants.errno.ESTALE}`), 'ESTALE'],
  [coded(`Unknown system error -${constants.errno.EDQUOT}`), 'EDQUOT'],
  [coded('Unknown system error -4095'), 'E4095'],
  [coded('SQLITE_FULL'), 'SQLITE_FULL'],
  [new Error('no code'), ''],
  ['EBUSY', ''],
])('%o is %s', (error, code) => {
  expect(errorCode(error)).toBe(code)
})

test('a real refusal tells its call', () => {
  try {
    readFileSync('/nowhere/at/all')
    throw new Error('it was there')
  } catch (error) {
    expect([errorCode(error), failedCall(error)]).toEqual(['ENOENT', 'open'])
  }
})
