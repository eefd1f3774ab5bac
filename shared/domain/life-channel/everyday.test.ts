import { expect, test } from 'vitest'
import type { HeardLine } from './danger.ts'
import { hearDanger } from './hear-danger.ts'
import { openEar } from './open-ear.ts'

const ear = await openEar()
const gradeOf = (speaker: HeardLine['speaker'], ...texts: string[]) =>
  hearDanger(
    texts.map((text) => ({ text, speaker })),
    ear,
  )?.grade ?? null

const ORDINARY = {
  zh: ['顾客问发票抬头怎么改', '客户说收到的颜色和图片不一样', '快递还没到', '她说尺码偏小', '已经登记了换货'],
  en: [
    'coupon would not apply',
    'delivery was two days late',
    'wants to change the delivery address',
    'card was charged twice',
  ],
}

test.each([
  ['zh', '我怕活不到你们客服接电话'],
  ['zh', '最后一次跟你们买东西了，再见'],
  ['zh', '我走了以后这个会员能转给我儿子吗，我下周出国'],
  ['zh', '你们这个活动要到几号结束，我怕没命等'],
  ['zh', '我觉得我活着就是给家里添麻烦'],
  ['zh', '他又打我了，上个月也打过'],
  ['zh', '我真的不想活了，绳子都准备好了'],
  ['en', 'I am so done, everything you send me is broken'],
  ['en', 'caller says there is no point living any more'],
  ['en', 'he hit me again last night'],
] as const)(
  'an ordinary line before, behind or around it makes neither more nor less of what is noted: %s %s',
  (language, text) => {
    const alone = gradeOf('listener', text)
    for (const line of ORDINARY[language]) {
      expect([line, gradeOf('listener', line, text)]).toEqual([line, alone])
      expect([line, gradeOf('listener', text, line)]).toEqual([line, alone])
      expect([line, gradeOf('listener', line, text, line)]).toEqual([line, alone])
    }
  },
)

test('as little does it in what is said', () => {
  const text = '最后一次跟你们买东西了，再见'
  expect(gradeOf('customer', '客户说收到的颜色和图片不一样', text, '快递还没到')).toBe(gradeOf('customer', text))
})

test.each([
  ['药瓶空了', '快递还没到', '全吃下去了'],
  ['炭到了', '已经登记了换货', '今晚把门窗封上'],
])('a cry that is told over lines is heard over an ordinary one between them: %s', (...texts) => {
  expect(gradeOf('listener', ...texts)).not.toBeNull()
})
