import { expect, test } from 'vitest'
import { expectProportion } from '../../../../test/builders/proportion.ts'
import { maskedByRules } from './mask-by-rules.ts'

test.each([
  ['双人徐，徐闻笛，听见笛子', '双人徐，徐*，听见笛子'],
  ['耳东陈，口天吴，我俩名字都写，陈渡、吴夜舟', '耳东陈，口天吴，我俩名字都写，陈*、吴*'],
  ['双口吕，吕，嗯，岱青', '双口吕，吕，嗯，*'],
  ['我姓章，立早章，名字念书的念，慈祥的慈', '我姓章，立早章，*'],
  ['名字是耳东陈，嘉奖的嘉，禾苗的禾', '名字是耳东陈，*'],
  ['坐席：怎么写？\n客户：双木林，国庆的庆，单人旁的伟', '坐席：怎么写？\n客户：双木林，*'],
  ['姓名立早章，一诺千金的一诺', '姓名立早章，*'],
])('a name that is explained sign by sign is hidden: %s', (text, masked) => {
  expect(maskedByRules(text).text).toBe(masked)
})

test.each([
  '不是自杀的杀，是杀价的杀，你们听岔了',
  '黄泉路是路名，黄土的黄，泉水的泉，你导航',
  '这个字念什么，红色的红，绿色的绿',
  '弓长张，张口就骂人',
  '我姓章，立早章，文章的章',
])('streets, words and families that are explained stand: %s', (text) => {
  expect(maskedByRules(text).text).toBe(text)
})

test.each(['我姓章名字', '双人徐，徐', '念书的念，'])(
  'a long text of «%s» takes time in proportion to its length',
  (part) => {
    expectProportion(part.repeat(20_000), (text) => maskedByRules(text))
  },
)
