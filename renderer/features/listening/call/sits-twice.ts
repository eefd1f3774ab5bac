import { useEffect } from 'react'
import { client, onEvent } from '../../../lib/client.ts'
import { dismissNotice } from '../../../ui/notices.ts'
import { tellElsewhere } from '../../../ui/tell-elsewhere.ts'

const LOOK_AGAIN_MS = 20_000

/**
 * Listening that began without the hub keeps nobody waiting; that its listener sits on another seat, too, is said once that is known, and for as long as it is so. Put away
 * it is said no more, unless there is something else to say.
 */
export function useSitsTwice(): void {
  useEffect(() => {
    let said: { readonly words: string; readonly noticeId: number } | null = null
    let isStopped = false
    // What is asked later is known later: an answer that comes after that of a later look is of before.
    let looks = 0
    let isKnown = false
    const takeAway = () => {
      if (said !== null) dismissNotice(said.noticeId)
      said = null
    }
    const look = async () => {
      looks += 1
      const mine = looks
      const answer = await client.sessions.sitsTwice({}).catch(() => null)
      if (isStopped || mine !== looks) return
      isKnown = answer?.ok === true
      if (answer?.ok !== true) return
      const other = answer.value
      const words = JSON.stringify(other)
      if (said?.words === words) return
      takeAway()
      if (other !== null) said = { words, noticeId: tellElsewhere(other.at, other, true) }
    }
    void look()
    const stopHearing = onEvent((event) => {
      if (event.kind === 'changed' && event.topics.includes('bookings')) void look()
    })
    // That the time at the other place is over nobody tells; and what could not be asked is asked again.
    const timer = setInterval(() => (said !== null || !isKnown) && void look(), LOOK_AGAIN_MS)
    return () => {
      isStopped = true
      stopHearing()
      clearInterval(timer)
      takeAway()
    }
  }, [])
}
