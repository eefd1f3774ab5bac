import i18next, { type TFunction } from 'i18next'
import { expect, test } from 'vitest'
import en from '../../../../resources/locales/en/seats.json'
import zh from '../../../../resources/locales/zh/seats.json'
import { seatRoomOf } from '../../../lib/seat-rooms.ts'
import { faultWords } from './fault-words.ts'

function told(language: 'zh' | 'en', said: string): string[] {
  const own = i18next.createInstance()
  const resources = { zh: { seats: zh }, en: { seats: en } }
  void own.init({ lng: language, resources, defaultNS: 'seats', initAsync: false })
  const t = own.getFixedT(language, 'seats') as TFunction<'seats'>
  const codes = ['bad_day', 'bad_time', 'unknown_seat'] as const
  return codes.map((code) =>
    faultWords([{ code, detail: { said } }], t, (at) => seatRoomOf([], at, { language, timeZone: 'Asia/Shanghai' })),
  )
}

test('an empty cell is told as what is missing, and not as words between quotes that nobody wrote', () => {
  expect(told('zh', '')).toEqual(['没有写日期', '没有写时间', '没有写席位'])
  expect(told('en', '')).toEqual(['No day is given', 'No time is given', 'No seat is given'])
  expect(told('zh', '99').at(-1)).toBe('没有这个席位：「99」')
})
