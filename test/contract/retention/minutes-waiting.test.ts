import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { meetingsService } from '../../../electron/services/meetings/meetings.ts'
import { minutesService } from '../../../electron/services/meetings/minutes.ts'
import { deleteDue } from '../../../electron/services/retention/deleting.ts'
import { retentionService } from '../../../electron/services/retention/retention.ts'
import { seeDay } from '../../../electron/storage/retention/clock-runs.ts'
import { anExportHouse, type ExportHouse } from '../../builders/exports.ts'
import { accepted } from '../../builders/outcomes.ts'
import { patience } from '../../builders/patience.ts'
import { rulesOf } from '../../builders/retention-rules.ts'
import { nobody } from '../../builders/seats.ts'

let house: ExportHouse
beforeEach(async () => {
  house = await anExportHouse()
})
afterEach(() => house.close())

const AGREED = '绛紫麒麟改文案'
const DAY_MS = 86_400_000

test('minutes that wait for their folder while the words of their meeting go by rule go out without them', async () => {
  await house.aTicket()
  const session = await accepted(house.sessions.current({}, nobody))
  const [call] = await accepted(house.sessions.calls({ sessionId: session?.id ?? '' }, nobody))
  const meetings = meetingsService(house.parts)
  const of = { callId: call?.id ?? '', meetingId: house.clock.newId() }
  await accepted(meetings.start(of, nobody))
  const line = { lineId: house.clock.newId(), draftId: null, ownerName: '李雷', text: AGREED, dueOn: null }
  await accepted(meetings.addLine({ ...of, ...line }, nobody))
  await accepted(house.sessions.end({ sessionId: session?.id ?? '' }, nobody))
  const away = join(house.share, 'away')
  const minutes = minutesService(house.parts, house.exports())
  const { id } = await accepted(minutes.writeMinutes({ callId: of.callId, folder: away, language: 'zh' }, nobody))
  await house.allIn('waiting')
  const parked = join(house.parts.dataFolder, 'outbox', `${id}.md`)
  expect(readFileSync(parked, 'utf8')).toContain(AGREED)

  const rules = { rules: rulesOf({ notes: 30 }), isUnderstood: true, seenVersion: null }
  await accepted(retentionService(house.parts).saveRules(rules, nobody))
  for (let days = 0; days < 60; days += 3) {
    await house.parts.engine.transact(() => seeDay(house.clock.now()))
    house.clock.advance(3 * DAY_MS)
  }
  await house.parts.engine.transact(() => seeDay(house.clock.now()))
  expect(await deleteDue(house.parts, { isHeldOff: () => false })).toBe(1)
  await vi.waitFor(async () => {
    await house.exports().look()
    expect(existsSync(parked) && readFileSync(parked, 'utf8').includes(AGREED)).toBe(false)
  }, patience)

  mkdirSync(away)
  await vi.waitFor(async () => {
    await house.exports().retry({ exportId: id, folder: null }, nobody)
    expect((await house.ledger())[0]?.state).toBe('delivered')
  }, patience)
  const [name = ''] = readdirSync(away)
  const page = readFileSync(join(away, name), 'utf8')
  expect(page).not.toContain(AGREED)
  expect(page).not.toContain('李雷')
})
