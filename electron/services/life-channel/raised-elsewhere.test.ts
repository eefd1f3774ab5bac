import { expect, test, vi } from 'vitest'
import { someoneListening } from '../../../test/builders/listening.ts'
import { followElsewhere } from './raised-elsewhere.ts'
import type { Sealing } from './sealing.ts'

const TOLD = `INSERT INTO raised_elsewhere (case_id, call_id, origin, raised_at, verdict_id, verdict, verdict_at)
  VALUES (?, ?, 'key', ?, ?, ?, ?)`

test('a case of this desk whose wrong alarm cannot be taken up keeps no call open that was heard here', async () => {
  const { parts, clock, call } = await someoneListening()
  const [own, others, at] = [clock.newId(), clock.newId(), clock.now()]
  parts.db
    .prepare(`INSERT INTO life_case (id, origin, raised_at, named_call_id) VALUES (?, 'key', ?, ?)`)
    .run(own, at, clock.newId())
  parts.db.prepare(TOLD).run(own, clock.newId(), at, clock.newId(), 'dismissed', at)
  parts.db.prepare(TOLD).run(others, call.id, at, null, null, null)
  const sealed: string[] = []
  const error = vi.fn()
  const sealing: Pick<Sealing, 'seal' | 'unseal' | 'isLocked' | 'forgetPassedOn'> = {
    // biome-ignore lint/correctness/useYield: nothing is asked of the database
    *seal(callId) {
      sealed.push(callId)
    },
    *unseal() {},
    // biome-ignore lint/correctness/useYield: nothing is asked of the database
    *isLocked() {
      return false
    },
    // biome-ignore lint/correctness/useYield: what is sealed of it cannot be read
    *forgetPassedOn() {
      throw new SyntaxError('not JSON')
    },
  }
  followElsewhere({ ...parts, log: { ...parts.log, error } }, sealing as Sealing).look()
  expect(sealed).toEqual([call.id])
  expect(parts.db.prepare('SELECT id FROM life_case WHERE call_id = ?').pluck().all(call.id)).toEqual([others])
  expect(error).toHaveBeenCalledTimes(1)
})
