import { constants } from 'node:os'
import { expect, test } from 'vitest'
import { FolderRefusal, refusalOf, waitReasonOf } from './wait-reasons.ts'

const refused = (code: string, syscall = 'open') => Object.assign(new Error(`${code}: refused`), { code, syscall })
const nameless = (name: 'ESTALE' | 'EDQUOT') => `Unknown system error -${constants.errno[name]}`

test.each([
  ['ENOENT', 'folder_missing'],
  ['EACCES', 'folder_read_only'],
  ['EPERM', 'folder_read_only'],
  ['EROFS', 'folder_read_only'],
  ['ENOSPC', 'folder_full'],
  [nameless('EDQUOT'), 'folder_full'],
  ['EFBIG', 'file_too_large'],
  ['ENOTDIR', 'not_a_folder'],
  ['EBUSY', 'folder_busy'],
  ['ETXTBSY', 'folder_busy'],
  ['ENAMETOOLONG', 'name_refused'],
  ['EINVAL', 'name_refused'],
  ['EILSEQ', 'name_refused'],
  ['ETIMEDOUT', 'drive_not_answering'],
  ['EHOSTDOWN', 'drive_not_answering'],
  ['EHOSTUNREACH', 'drive_not_answering'],
  ['EIO', 'drive_lost'],
  ['ENOTCONN', 'drive_lost'],
  ['ENODEV', 'drive_lost'],
  ['ECONNRESET', 'drive_lost'],
  [nameless('ESTALE'), 'drive_lost'],
  ['EWHATEVER', 'unknown'],
])('%s is %s', (code, reason) => {
  expect(waitReasonOf(refused(code))).toBe(reason)
})

test.each(['EPERM', 'EACCES'])('%s at the rename alone is not a folder without permission', (code) => {
  expect(waitReasonOf(refused(code, 'rename'))).toBe('rename_refused')
})

test('the log hears what the system said, in its own words and no others', () => {
  expect(refusalOf(refused(nameless('ESTALE'), 'rename')).said).toBe('ESTALE rename')
  expect(refusalOf(new FolderRefusal('drive_away'))).toEqual({
    kind: 'refused',
    reason: 'drive_away',
    said: 'no code',
  })
  expect(refusalOf(new Error('13800138000')).said).toBe('no code')
})
