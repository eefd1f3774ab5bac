import { expect, test, vi } from 'vitest'
import { FILE_INPUT_LIMIT_BYTES, LIST_LIMIT_BYTES } from '../../shared/contract/limits.ts'
import { listFromFile, listFromText } from './list-source.ts'

test('nothing pasted is no list', () => {
  expect(listFromText(' \n\t')).toBe(null)
})

test('pasted text has no file name', () => {
  expect(listFromText('王敏')).toEqual({ base64: '546L5pWP', fileName: null })
})

test('a file that is too large is refused before a byte of it is read', async () => {
  const file = new File([new Uint8Array(LIST_LIMIT_BYTES + 1)], 'list.csv')
  const reading = vi.spyOn(file, 'arrayBuffer')
  expect(await listFromFile(file)).toBe('too_large')
  expect(reading).not.toHaveBeenCalled()
  expect(listFromText('a'.repeat(LIST_LIMIT_BYTES + 1))).toBe('too_large')
})

test('a list of 25,000 people with all that may be known of them is read', async () => {
  const row = '欧阳明华,00200001,华东区商品运营部,mh.ouyang@corp.example,听线人,2026-03-01\r\n'
  const file = new File([row.repeat(25_000)], 'list.csv')
  expect(await listFromFile(file)).toMatchObject({ fileName: 'list.csv' })
})

test('the largest file fits through the door', async () => {
  const largest = await listFromFile(new File([new Uint8Array(LIST_LIMIT_BYTES)], 'list.csv'))
  const message = { id: 1, call: 'people.readList', input: Object(largest) }
  expect(JSON.stringify(message).length).toBeLessThan(FILE_INPUT_LIMIT_BYTES)
})

test('a folder that was dropped, or a file that is gone by now, is no list and says so', async () => {
  const file = new File([''], 'list.csv')
  vi.spyOn(file, 'arrayBuffer').mockRejectedValue(new DOMException('', 'NotFoundError'))
  expect(await listFromFile(file)).toBe('not_readable')
})
