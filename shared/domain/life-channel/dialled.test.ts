import { expect, test } from 'vitest'
import { dialled } from './dialled.ts'

test.each([
  ['一八六五三 嗯 二九洞 您说 幺四拐', '18653290147'],
  ['138然后1234后面是5678', '13812345678'],
  ['+44 7700 um 900123', '+447700900123'],
  ['+44 (0) 7700 um 900123', '+447700900123'],
  // It may be two.
  ['一八六五三 嗯 二九洞 哦 三九洞 幺四拐', '一八六五三 嗯 二九洞 哦 三九洞 幺四拐'],
  // Nothing is to be taken out.
  ['138 1234 5678', '138 1234 5678'],
  ['010-88886666', '010-88886666'],
  ['一三九零零零零八八一七', '一三九零零零零八八一七'],
  // What stands between says which digits they are.
  ['三个八 六六 嗯 一二三四五', '三个八 六六 嗯 一二三四五'],
  ['0 double 7 0 0 um 900 123', '0 double 7 0 0 um 900 123'],
  ['138 不是七是一 12345678', '138 不是七是一 12345678'],
  ['oh seven seven double oh, then nine hundred one', 'oh seven seven double oh, then nine hundred one'],
])('%s is called as %s', (told, called) => expect(dialled(told)).toBe(called))
