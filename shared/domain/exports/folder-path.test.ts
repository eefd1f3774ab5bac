import { describe, expect, test } from 'vitest'
import { faultOfPath } from './folder-path.ts'

const on = (isWindows: boolean) => (path: string) => {
  const found = faultOfPath(path, isWindows)
  return found === null ? null : `${found.fault} ${found.detail}`
}

describe('on Windows', () => {
  test.each([
    ['D:\\听线\\导出', null],
    ['\\\\server\\share\\听线', null],
    ['//server/share', null],
    ['\\\\?\\D:\\deep', null],
    ['D:\\a\\..\\b', null],
    ['听线\\导出', 'not_absolute 听线\\导出'],
    ['D:导出', 'not_absolute D:导出'],
    ['\\\\server', 'not_absolute \\\\server'],
    ['D:\\con', 'reserved_name con'],
    ['D:\\NUL.txt\\x', 'reserved_name NUL.txt'],
    ['D:\\com1', 'reserved_name com1'],
    ['D:\\console', null],
    ['D:\\a?b', 'refused_character ?'],
    ['D:\\a:b', 'refused_character :'],
    ['D:\\六月 \\x', 'dot_at_end 六月 '],
    ['D:\\v1.', 'dot_at_end v1.'],
    ['smb://server/share', 'address smb'],
  ])('%s', (path, fault) => {
    expect(on(true)(path)).toBe(fault)
  })
})

describe('elsewhere', () => {
  test.each([
    ['/mnt/share/听线', null],
    ['/mnt/con/a?b', null],
    ['', null],
    ['share/听线', 'not_absolute share/听线'],
    ['./x', 'not_absolute ./x'],
    ['~/导出', 'home_sign ~'],
    ['\\\\server\\share', 'of_windows \\\\server\\share'],
    ['D:\\导出', 'of_windows D:\\导出'],
    ['file:///mnt/share', 'address file'],
  ])('%s', (path, fault) => {
    expect(on(false)(path)).toBe(fault)
  })
})
