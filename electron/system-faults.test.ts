import { constants } from 'node:os'
import { expect, test } from 'vitest'
import { diskFault } from './system-faults.ts'

const said = (code: string, syscall = 'open') => Object.assign(new Error(code), { code, syscall })

test.each([
  [said('ENOSPC', 'write'), 'disk_full'],
  [said(`Unknown system error -${constants.errno.EDQUOT}`, 'write'), 'disk_full'],
  [said('EBUSY', 'rename'), 'file_held'],
  [said('EPERM', 'rename'), 'file_held'],
  [said('EACCES', 'unlink'), 'file_held'],
  [said('EBUSY', 'open'), 'file_held'],
  [said('EACCES', 'open'), 'disk_failed'],
  [said(`Unknown system error -${constants.errno.ESTALE}`, 'read'), 'disk_failed'],
  [new Error('a bug'), null],
])('%o is %s', (error, fault) => {
  expect(diskFault(error)).toBe(fault)
})
