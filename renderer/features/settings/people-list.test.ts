import { expect, test } from 'vitest'
import { INPUT_LIMIT_BYTES } from '../../../shared/contract/limits.ts'
import { base64Of, listFromBytes, listFromText, MOST_LIST_BYTES } from './people-list.ts'

test('base64 of Chinese text and of more bytes than one call can take', () => {
  expect(base64Of(new TextEncoder().encode('王敏,E1001'))).toBe(Buffer.from('王敏,E1001').toString('base64'))
  const many = Uint8Array.from({ length: 300_000 }, (_, index) => index % 256)
  expect(base64Of(many)).toBe(Buffer.from(many).toString('base64'))
})

test('nothing pasted is no list', () => {
  expect(listFromText(' \n\t')).toBe(null)
})

test('pasted text has no file name', () => {
  expect(listFromText('王敏')).toEqual({ base64: '546L5pWP', fileName: null })
})

test('what the door would refuse is not even sent', () => {
  expect(listFromBytes(new Uint8Array(MOST_LIST_BYTES + 1), 'list.csv')).toBe('too_large')
  const largest = listFromBytes(new Uint8Array(MOST_LIST_BYTES), 'list.csv')
  expect(
    JSON.stringify({ id: 1, call: 'people.readList', input: { ...Object(largest), isDryRun: true } }).length,
  ).toBeLessThan(INPUT_LIMIT_BYTES)
})
