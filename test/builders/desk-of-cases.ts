import { lifeChannelService } from '../../electron/services/life-channel/life-channel.ts'
import { plainSealer } from '../../electron/services/life-channel/sealer.ts'
import { makeSealing } from '../../electron/services/life-channel/sealing.ts'
import type { RunningHub } from './hub.ts'
import { aMemberOfHub } from './member-of-hub.ts'
import { accepted } from './outcomes.ts'
import { nobody } from './seats.ts'

/** A desk of this hub with a file of its own on a real socket, and the life channel as it is there. Nothing is sent before it connects. */
export async function aDeskOfCases(hub: RunningHub, mostRows?: number, name = '陈静') {
  const joined = await hub.joined({ role: 'note_taker' }, name)
  const desk = aMemberOfHub(joined, new URL(`http://${hub.host}/`), mostRows)
  desk.db.function('life_opened', (_: unknown, payload: unknown) => String(payload))
  const { clock } = desk.parts
  const sealing = makeSealing(desk.parts, plainSealer)
  const life = lifeChannelService(desk.parts, sealing, plainSealer)
  const raises = async (callId: string, caseId: string = clock.newId()) => {
    const how = { origin: 'key', grade: null, evidence: null, raisedAt: clock.now() } as const
    await accepted(life.raise({ caseId, callId, ...how }, desk.asker))
    return caseId
  }
  const acts = (caseId: string, what: 'dismissed' | 'restored') =>
    accepted(life.act({ actId: clock.newId(), caseId, at: clock.now(), act: { what } }, nobody))
  return { desk, life, sealing, raises, acts }
}
