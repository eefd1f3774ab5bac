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
    const takeAway = () => {
      if (said !== null) dismissNotice(said.noticeId)
      said = null
    }
    const look = async () => {
      const answer = await client.sessions.sitsTwice({})
      if (!answer.ok || isStopped) return
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
    // That the time at the other place is over nobody tells.
    const timer = setInterval(() => said !== null && void look(), LOOK_AGAIN_MS)
    return () => {
      isStopped = true
      stopHearing()
      clearInterval(timer)
      takeAway()
    }
  }, [])
}
