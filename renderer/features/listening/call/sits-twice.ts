import { useEffect } from 'react'
import type { PersonTaken } from '../../../../shared/contract/seats/bookings.ts'
import { client, onEvent } from '../../../lib/client.ts'
import { rangeOn } from '../../../lib/formats.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { todayIn } from '../../../lib/now.ts'
import { placeNow } from '../../../lib/place-store.ts'
import { notify } from '../../../ui/notices.ts'

/** Nobody can be in two places: where the other one is. */
export function tellElsewhere(
  { personName: name, seatNumber: seat, startsAt, endsAt, isElsewhere }: PersonTaken,
  stays = false,
): void {
  const said = () => {
    const place = placeNow()
    return { name, seat, time: rangeOn(todayIn(place), startsAt, endsAt, place) }
  }
  notify({
    tone: 'info',
    stays,
    title: () => textsOf('listen')(isElsewhere ? 'start.sitsInOtherRoom' : 'start.sitsElsewhere', said()),
    hint: () => textsOf('listen')('start.sitsElsewhereHint'),
  })
}

/** Listening that began without the hub keeps nobody waiting; that its listener sits on another seat, too, is said once that is known, once for each place. */
export function useSitsTwice(): void {
  useEffect(() => {
    const told = new Set<string>()
    const look = async () => {
      const answer = await client.sessions.sitsTwice({})
      const other = answer.ok ? answer.value : null
      if (other === null) return
      const name = `${other.sessionId} ${other.seatNumber} ${other.startsAt}`
      if (told.has(name)) return
      told.add(name)
      tellElsewhere(other, true)
    }
    return onEvent((event) => {
      if (event.kind === 'changed' && event.topics.includes('bookings')) void look()
    })
  }, [])
}
