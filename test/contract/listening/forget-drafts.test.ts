import { statSync } from 'node:fs'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { forgettingDrafts } from '../../../electron/services/listening/forget-drafts.ts'
import { openForReading } from '../../../electron/storage/open.ts'
import { someParts } from '../../builders/parts.ts'

let house: ReturnType<typeof someParts>
beforeEach(() => {
  house = someParts()
  house.parts.db.exec('CREATE TABLE of_test (words TEXT)')
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  house.close()
})

const logBytes = () => statSync(`${house.parts.databasePath}-wal`).size
const write = () => house.parts.db.exec(`INSERT INTO of_test VALUES ('138')`)

test('once the hands rest the log is emptied, and not before', () => {
  const { forgetDrafts } = house.parts
  write()
  forgetDrafts.veiled()
  vi.advanceTimersByTime(499)
  forgetDrafts.veiled()
  vi.advanceTimersByTime(499)
  expect([logBytes() > 0, forgetDrafts.isWaiting()]).toEqual([true, true])
  vi.advanceTimersByTime(1)
  expect([logBytes(), forgetDrafts.isWaiting()]).toEqual([0, false])
})

test('somebody who never rests is waited for five seconds', () => {
  write()
  for (let waitedMs = 0; waitedMs < 5_000; waitedMs += 250) {
    expect(logBytes()).toBeGreaterThan(0)
    house.parts.forgetDrafts.veiled()
    vi.advanceTimersByTime(250)
  }
  expect(logBytes()).toBe(0)
})

test('a note that took the place of a veiled draft is a reason too; where nothing was veiled it is none', () => {
  const { forgetDrafts } = house.parts
  write()
  forgetDrafts.replaced()
  expect(forgetDrafts.isWaiting()).toBe(false)
  forgetDrafts.veiled()
  vi.advanceTimersByTime(500)
  write()
  forgetDrafts.replaced()
  expect([forgetDrafts.isWaiting(), logBytes() > 0]).toEqual([false, true])
})

test('while somebody reads, it is tried again until the log is empty', () => {
  write()
  const reader = openForReading(house.parts.databasePath)
  reader.exec('BEGIN')
  reader.prepare('SELECT count(*) FROM of_test').get()
  write()
  house.parts.forgetDrafts.veiled()
  vi.advanceTimersByTime(500)
  expect([logBytes() > 0, house.parts.forgetDrafts.isWaiting()]).toEqual([true, true])
  reader.close()
  vi.advanceTimersByTime(500)
  expect([logBytes(), house.parts.forgetDrafts.isWaiting()]).toEqual([0, false])
})

test('a disk that fails is written to the log, and the timer ends nothing', () => {
  const error = vi.fn()
  const { db } = house.parts
  const failing = new Proxy(db, {
    get: (target, name) => {
      if (name === 'pragma') throw new Error('disk I/O error')
      return Reflect.get(target, name)
    },
  })
  const forgetting = forgettingDrafts(failing, { info: () => {}, warn: () => {}, error })
  forgetting.veiled()
  vi.advanceTimersByTime(500)
  expect(error).toHaveBeenCalledWith('the log was not emptied', 'DRAFTS', expect.any(Error))
})

test('a database that was closed meanwhile is left alone', () => {
  const error = vi.fn()
  const forgetting = forgettingDrafts(house.parts.db, { info: () => {}, warn: () => {}, error })
  forgetting.veiled()
  house.parts.db.close()
  vi.advanceTimersByTime(500)
  expect([error.mock.calls, forgetting.isWaiting()]).toEqual([[], false])
})
