import { expect, test } from 'vitest'
import { draftOnDisk } from './draft-on-disk.ts'

test.each([
  '客户：幺九三\n坐席：嗯您说\n客户：三幺七二八八三四',
  '客户：一五零\n坐席：一五零\n客户：七七三一\n坐席：嗯\n客户：零八四六',
  '电话15988\n后半：203317',
  '客户：一七六\n坐席：您慢慢说我拿支笔\n客户：二一九四零三八五',
  '身份证410\n客户：等等啊\n客户：105195404192675',
])('of %j, typed key by key, no more stands on the disk than any mask would show', (typed) => {
  for (let keys = 1; keys <= typed.length; keys++) {
    const { text } = draftOnDisk(typed.slice(0, keys), keys)
    expect(text.match(/[\d零一二三四五六七八九幺]/g)?.length ?? 0).toBeLessThanOrEqual(text.includes('****') ? 7 : 3)
  }
})

test.each([
  ['客户：校验码九幺\n坐席：请继续\n客户：五', '客户：校验码**\n坐席：请继续\n客户：*'],
  [
    'Caller: one seven six, three oh five two\nAgent: uh huh\nCaller: double e',
    'Caller: *** ***** ***, ***** ** **** ***\nAgent: uh huh\nCaller: ****** *',
  ],
])('what a line above belongs to is hidden with it: %j', (typed, hidden) => {
  expect(draftOnDisk(typed, typed.length).text).toBe(hidden)
})

test('sizes and answers of a talk stay', () => {
  const typed = '客户：尺码 38\n坐席：好\n客户：39 也行，40 大了'
  expect(draftOnDisk(typed, typed.length).text).toBe(typed)
})
