import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { makeMirrorTables } from '../../../electron/storage/team/mirror.ts'
import { tellTroubles } from '../../../electron/team/tell-troubles.ts'
import { aMember } from '../../builders/member.ts'
import { patience } from '../../builders/patience.ts'

let desk: Awaited<ReturnType<typeof aMember>>
beforeEach(async () => {
  desk = await aMember()
  makeMirrorTables(desk.db)
  desk.hub.comesBack()
})
afterEach(() => desk.close())

test.each(['offline', 'hub_busy'] as const)(
  'a hub that is here and says %s is told again by itself, and once',
  async (code) => {
    const answers: unknown[] = []
    const refusal =
      code === 'offline' ? { ok: false, code, detail: { since: desk.clock.now() } } : { ok: false, code, detail: {} }
    desk.hub.answers((call) => {
      if (call !== 'arrivals.tellTroubles') return { ok: false, code: 'unknown_call', detail: {} }
      answers.push(answers.length < 2 ? refusal : { ok: true, value: {} })
      return answers.at(-1)
    })
    const stuck = { id: desk.clock.newId(), startedAt: null, notes: 0, why: 'refused' as const, reference: null }
    const { db, clock, log } = desk.parts
    const teller = tellTroubles({
      ...{ db, clock, log, link: desk.hub.link, againMs: 1 },
      troubles: () => ({ lost: [], stuck: [stuck] }),
    })
    await vi.waitFor(() => expect(answers).toHaveLength(3), patience)
    teller.look()
    await teller.close()
    expect(answers).toHaveLength(3)
  },
)
