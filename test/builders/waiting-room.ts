import { FIRST_ROOM_ID } from '../../electron/storage/house/room.ts'
import type { WaitWindow } from '../../shared/contract/seats/waitlist.ts'
import type { Asker } from '../../shared/contract/services.ts'
import { accepted } from './outcomes.ts'
import { anOpenRoom, nobody } from './seats.ts'

/** What somebody waits for, unless said: an hour of it from 14:00 on, three days ahead. */
export const MONDAY = '2026-09-21'

/** One seat, Friday 09:00 in Shanghai, and three people. */
export async function aWaitingRoom() {
  const house = await anOpenRoom()
  await house.newRules({ seatCount: 1 })
  const [wang, li, zhao] = [await house.aPerson('王敏'), await house.aPerson('李强'), await house.aPerson('赵云')]
  return { house, wang, li, zhao }
}

export interface WaitWish extends Partial<WaitWindow> {
  person: string
  companion?: string
  acceptHours?: number
}

/** What people do there; each test has a room of its own. */
export function waitingIn(room: () => Awaited<ReturnType<typeof aWaitingRoom>>['house']) {
  const join = ({ person, companion, acceptHours, ...window }: WaitWish, asker: Asker = nobody) =>
    room().waitlist.join(
      {
        ...{ roomId: FIRST_ROOM_ID, personId: person, companionId: companion ?? null, purpose: 'listen' as const },
        windows: [{ date: MONDAY, from: '14:00', to: '15:00', minutes: 60, seatId: null, ...window }],
        acceptHours: acceptHours ?? null,
      },
      asker,
    )
  const mine = (personId: string) => accepted(room().waitlist.mine({ personId }, nobody))
  const offerOf = async (personId: string) => (await mine(personId)).map(({ offer }) => offer).find(Boolean) ?? null
  return {
    join,
    waits: (wish: WaitWish) => accepted(join(wish)),
    taken: (person: string, from = '14:00', to = '15:00', date = MONDAY) => room().aBooking({ person, from, to, date }),
    freed: async (bookingId: string) => {
      await accepted(room().cancel(bookingId, nobody, '有会'))
      await room().relay.pass()
    },
    mine,
    offerOf,
    openOffer: async (personId: string) => {
      const offer = await offerOf(personId)
      if (offer === null) throw new Error('nothing is held')
      return offer
    },
    accept: (offerId: string) => room().waitlist.accept({ offerId }, nobody),
  }
}
