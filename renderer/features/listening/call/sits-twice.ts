import { useEffect } from 'react'
import { client, onEvent } from '../../../lib/client.ts'
import { tellElsewhere } from '../../../ui/tell-elsewhere.ts'

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
      tellElsewhere(other.at, other, true)
    }
    return onEvent((event) => {
      if (event.kind === 'changed' && event.topics.includes('bookings')) void look()
    })
  }, [])
}
