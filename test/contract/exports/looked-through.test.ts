import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { lookAtAll } from '../../../electron/adapters/exports/look-at-all.ts'
import { lookThrough } from '../../../electron/adapters/exports/look-through.ts'
import { lookedThroughAnew, openLookedThrough } from '../../../electron/adapters/exports/looked-through.ts'
import {
  type LookingThrough,
  lookedThroughIn,
  makeLookingThrough,
} from '../../../electron/services/exports/looking-through.ts'
import { maskingService } from '../../../electron/services/house/masking.ts'
import { NO_RULES, obeyRules } from '../../../shared/domain/listening/masking/company-rules.ts'
import { anExportHouse, type ExportHouse } from '../../builders/exports.ts'
import { accepted } from '../../builders/outcomes.ts'
import { patience } from '../../builders/patience.ts'
import { nobody } from '../../builders/seats.ts'

const TEN_MINUTES = 10 * 60_000

let house: ExportHouse
let looking: LookingThrough
beforeEach(async () => {
  house = await anExportHouse()
  looking = makeLookingThrough(house.parts)
})
afterEach(async () => {
  await looking.close()
  await house.close()
  obeyRules(NO_RULES)
})

const endSession = async () => {
  const session = await accepted(house.sessions.current({}, nobody))
  await accepted(house.sessions.end({ sessionId: session?.id ?? '' }, nobody))
}
/** Somebody heard a call, opened a ticket and went. */
const heard = async (title: string) => {
  await house.aTicket(title)
  await endSession()
}
const fileOf = (rules = NO_RULES) => {
  const file = lookedThroughIn(house.parts.dataFolder, {
    ...rules,
    rules: [...rules.rules].map((rule) => ({ ...rule, examples: [...rule.examples] })),
  })
  if (file === null) throw new Error('the tests have no version of the masks')
  return file
}
const remembers = (text: string) => {
  const looked = openLookedThrough(fileOf())
  const isKnown = looked.has(text)
  looked.close()
  return isKnown
}
async function exported() {
  await accepted(house.start())
  const [newest] = await house.allIn('delivered')
  return readFileSync(join(house.share, newest?.fileName ?? ''), 'utf8')
}

test('what the masks leave as it is is remembered once nobody listens any more, without a word of it', async () => {
  await house.aTicket('包装破了')
  await looking.look()
  expect(existsSync(fileOf().path)).toBe(false)
  await endSession()
  await looking.look()
  expect(['包装破了', '包装破了，怎么回事啊', '入口太深', '别的话'].map(remembers)).toEqual([true, true, true, false])
  const bytes = readFileSync(fileOf().path)
  expect(bytes.includes('包装')).toBe(false)
  expect(bytes.length).toBe(64 + 3 * 16)
})

test('a file has the same bytes with and without it', async () => {
  await heard('包装破了😀')
  const before = await exported()
  await looking.look()
  expect(await exported()).toBe(before)
})

test('what is remembered goes out as it is; what was changed by whatever road since is masked', async () => {
  await heard('包装破了')
  await looking.look()
  await house.meddle(`UPDATE note SET text = '打13812345678' WHERE kind = 'voice'`)
  expect(await exported()).toContain('打138****5678')
  const file = lookedThroughAnew(fileOf())
  file.add('打13812345678')
  file.save()
  expect(await exported()).toContain('打13812345678')
})

test('a rule that the company makes later is held over all of it', async () => {
  await heard('运单JDV0192837465')
  await looking.look()
  expect(remembers('运单JDV0192837465')).toBe(true)
  const rules = [{ name: '运单', pattern: 'JDV#{10-13}', examples: ['JDV0192837465'] }]
  await accepted(maskingService(house.parts).save({ rules, hidesOrders: false, seenVersion: 0 }, nobody))
  expect(await exported()).not.toContain('0192837465')
})

test('what is masked on its way out is not remembered', async () => {
  await heard('包装破了')
  await house.meddle(`UPDATE note SET text = '打13812345678' WHERE kind = 'voice'`)
  await looking.look()
  expect(remembers('打13812345678')).toBe(false)
  expect(await exported()).toContain('打138****5678')
})

test('it rests, and what is gone is not remembered after the next look', async () => {
  await heard('包装破了')
  await looking.look()
  await heard('优惠券用不了')
  await house.meddle(`UPDATE ticket SET title = '箱子破了' WHERE title = '包装破了'`)
  await looking.look()
  expect(remembers('优惠券用不了')).toBe(false)
  house.clock.advance(TEN_MINUTES)
  await looking.look()
  expect(['优惠券用不了', '箱子破了', '包装破了'].map(remembers)).toEqual([true, true, false])
})

test('where words went nothing tells of them, and what stands is looked through again', async () => {
  await heard('包装破了')
  await looking.look()
  await looking.forget()
  expect(readdirSync(house.parts.dataFolder)).not.toContain('looked-through')
  house.clock.advance(TEN_MINUTES)
  await looking.look()
  expect(remembers('包装破了')).toBe(true)
})

/** Tickets like the first, one after the other. */
const manyMore = (count: number) =>
  house.meddle(
    `WITH RECURSIVE nth (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM nth WHERE n < ?)
     INSERT INTO ticket (id, title, issue_type_id, limit_amount, limit_unit, priority, state, department, opened_at, due_at)
     SELECT 'more-' || n, '第' || n || '件', issue_type_id, limit_amount, limit_unit, priority, state, department, opened_at, due_at
     FROM ticket, nth`,
    [count],
  )

test('whoever begins to listen cuts it off: what it looked at, and what it knew and did not come to, is kept', async () => {
  await heard('包装破了')
  await manyMore(300)
  await looking.look()
  await house.meddle(`UPDATE ticket SET title = '箱子破了' WHERE title = '包装破了'`)
  let asked = 0
  const end = lookAtAll(house.parts.db, lookedThroughAnew(fileOf()), {
    endIfAsked: () => {},
    doesSomebodyListen: () => ++asked > 1,
  })
  expect(end).toBe('cut_off')
  expect(['箱子破了', '第1件', '第300件'].map(remembers)).toEqual([true, true, true])
})

test('the thread itself sees that somebody listens', async () => {
  await house.aTicket('包装破了')
  const wish = {
    databasePath: house.parts.databasePath,
    file: fileOf(),
    maskingRules: { rules: [], hidesOrders: false },
  }
  expect(await lookThrough(wish).ended).toBe('cut_off')
  expect(remembers('包装破了')).toBe(false)
  await endSession()
  expect(await lookThrough(wish).ended).toBe('whole')
  expect(remembers('包装破了')).toBe(true)
})

test('a console looks by itself every minute', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  try {
    await house.exports().begin()
    await heard('包装破了')
    vi.advanceTimersByTime(60_000)
    await vi.waitFor(() => expect(remembers('包装破了')).toBe(true), patience)
  } finally {
    vi.useRealTimers()
  }
})
