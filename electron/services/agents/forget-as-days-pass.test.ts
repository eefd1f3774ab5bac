import { afterEach, expect, test, vi } from 'vitest'
import { someParts } from '../../../test/builders/parts.ts'
import { agentKey, keepAgentKey } from '../../storage/agents/agent-keys.ts'
import { runOn } from '../../storage/engine/sqlite.ts'
import { ensureRoom } from '../../storage/house/room.ts'
import { forgetAsDaysPass } from './forget-as-days-pass.ts'

const HOUR_MS = 3_600_000
afterEach(() => void vi.useRealTimers())

test('a console that runs on throws the secret of a day away a week later, though nobody names an agent; stopped it does not', async () => {
  vi.useFakeTimers()
  const { parts, clock, close } = someParts()
  const today = clock.now().slice(0, 10)
  const { db } = parts
  runOn(db, ensureRoom(clock))
  runOn(db, keepAgentKey(today, 'Z2VoZWlt'))
  const pass = async (hours: number) => {
    for (let hour = 0; hour < hours; hour += 1) {
      clock.advance(HOUR_MS)
      await vi.advanceTimersByTimeAsync(HOUR_MS)
    }
  }
  const running = { ...parts, clock: { ...clock, goesOn: true } }
  forgetAsDaysPass(running)()
  const stop = forgetAsDaysPass(running)
  await pass(24 * 7)
  expect(runOn(db, agentKey(today))).toBe('Z2VoZWlt')
  await pass(24)
  expect(runOn(db, agentKey(today))).toBe(null)
  stop()
  runOn(db, keepAgentKey(today, 'Z2VoZWlt'))
  await pass(24)
  expect(runOn(db, agentKey(today))).toBe('Z2VoZWlt')
  close()
})
