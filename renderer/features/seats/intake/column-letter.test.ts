import { expect, test } from 'vitest'
import { columnLetter } from './column-letter.ts'

test('columns are named as a sheet names them, beyond Z too', () => {
  expect([0, 25, 26, 39, 51, 52, 99].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AN', 'AZ', 'BA', 'CV'])
})
