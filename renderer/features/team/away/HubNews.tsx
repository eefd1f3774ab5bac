import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { TeamStatus } from '../../../../shared/contract/team/team.ts'
import { joiningMends } from '../../../../shared/domain/team/joining-mends.ts'
import { hubTurned } from '../../../lib/hub-turns.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { teamStatus } from '../../../lib/team.ts'
import { dismissHubNotices, notifySuccess } from '../../../ui/notices.ts'

/** As the desk stood last: of which hub, null for none, whether that hub will only have it once it joins anew, and whether it is there. */
export interface Stood {
  hubId: string | null
  isOut: boolean
  isHere: boolean
}

/** What a new status of the desk has to say. `stood` null: nothing was known before. */
export function followHub(stood: Stood | null, status: TeamStatus) {
  const hubId = status.kind === 'member' ? status.hub.id : null
  const isOther = stood !== null && stood.hubId !== hubId
  const link = status.kind === 'member' ? status.link : undefined
  // Out is out until the hub is here: away meanwhile, nobody knows.
  const isOutNow = joiningMends(link) || (!isOther && stood?.isOut === true && link?.kind !== 'here')
  const isIn = hubId !== null && !isOutNow
  const isHere = link?.kind === 'here'
  return {
    now: { hubId, isOut: isOutNow, isHere },
    isOther,
    isBack: stood !== null && !stood.isHere && isHere,
    hasJoined: stood !== null && isIn && (isOther || stood.isOut),
  }
}

/** Says once that this desk has joined, however it did (a code, the company's login, another window), and takes away what was said of another hub, or of this one while it was away. */
export function HubNews() {
  const status = useQuery(teamStatus).data
  const stood = useRef<Stood | null>(null)
  useEffect(() => {
    if (status === undefined) return
    const { now, isOther, isBack, hasJoined } = followHub(stood.current, status)
    stood.current = now
    // «Not done, the hub is away» would stand there untrue.
    if (isOther || isBack) {
      dismissHubNotices()
      hubTurned()
    }
    const hub = status.kind === 'member' ? status.hub.name : ''
    if (hasJoined) notifySuccess(() => textsOf('team')('join.joined', { hub }))
  }, [status])
  return null
}
