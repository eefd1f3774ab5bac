import { drawPass } from '../../electron/services/seats/draw/draw-pass.ts'
import { drawsService } from '../../electron/services/seats/draw/draws.ts'
import { FIRST_ROOM_ID } from '../../electron/storage/house/room.ts'
import type { DrawPlan, DrawWindow } from '../../shared/contract/seats/draws.ts'
import { accepted } from './outcomes.ts'
import { anOpenRoom, shanghai } from './seats.ts'

/** Monday of the week after the one in which test clocks start. */
export const MONDAY = '2026-09-21'

/** A slot of the first room, by its time on that Monday. */
export const slotAt = (time: string, date = MONDAY) => `${FIRST_ROOM_ID} ${shanghai(time, date)}`

/** Monday from nine to eleven, an hour each: two slots on four seats. */
export const monday: DrawPlan = {
  roomIds: [FIRST_ROOM_ID],
  from: MONDAY,
  to: MONDAY,
  hours: { from: '09:00', to: '11:00' },
  lengthsMinutes: [60],
}

interface RequestWish {
  windowId: string
  person: string
  wishes?: string[]
  togetherWith?: string[]
  lengthMinutes?: number
}

/** An open room, and everything that can be asked of its draws. */
export async function aDrawingRoom() {
  const house = await anOpenRoom()
  const draws = drawsService(house.parts)
  const pass = drawPass({ ...house.parts, watch: house.watch })
  const coordinator = { personId: await house.aPerson('王敏', { role: 'coordinator' }) }

  const open = (plan: Partial<DrawPlan> & { closesAt?: string } = {}) =>
    draws.open({ ...monday, closesAt: shanghai('18:00'), ...plan }, coordinator)
  const aWindow = (plan: Parameters<typeof open>[0] = {}): Promise<DrawWindow> => accepted(open(plan))
  const handIn = (
    { windowId, person, wishes = [slotAt('09:00')], togetherWith = [], lengthMinutes = 60 }: RequestWish,
    asker = { personId: person },
  ) => draws.handIn({ windowId, personId: person, togetherWith, purpose: 'listen', lengthMinutes, wishes }, asker)
  const aRequest = (wish: RequestWish, asker?: { personId: string }) => accepted(handIn(wish, asker))
  const results = async (windowId: string, search = '') =>
    (await accepted(draws.results({ windowId, search, offset: 0 }, coordinator))).rows
  const windowNow = async (windowId: string) => {
    const { windows } = await accepted(draws.list({}, coordinator))
    const found = windows.find(({ id }) => id === windowId)
    if (found === undefined) throw new Error('no such window')
    return found
  }
  /** Its closing time comes. */
  async function drawn(windowId: string) {
    house.clock.set((await windowNow(windowId)).closesAt)
    await pass.run()
    return windowNow(windowId)
  }

  return { ...house, draws, pass, coordinator, open, aWindow, handIn, aRequest, results, windowNow, drawn }
}
