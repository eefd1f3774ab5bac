import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import {
  leaveDismissed,
  noticeSeals,
  takeUpCases,
  takeUpRaised,
} from '../../features/life-channel/card/card.actions.ts'
import { keepWhenGoing } from '../../features/life-channel/card/details.actions.ts'
import { holdWindow } from '../../features/life-channel/card/outbox.ts'
import { followComposing } from '../../features/life-channel/ear/when-paused.ts'
import { casesInHand, lifeContacts, lifeWords } from '../../features/life-channel/life-channel.queries.ts'
import { currentSession } from '../../lib/common-queries.ts'
import { queryClient } from '../../lib/query-client.ts'
import { useForgottenBoxes } from './forget-sealed-boxes.ts'
import { listenForDanger } from './listen-for-danger.ts'
import { passOnWhatIsSaid } from './pass-on-what-is-said.ts'
import { passOnWhatIsTyped } from './pass-on-what-is-typed.ts'

/** Hears what is typed and said in the calls of this seat, and has ready what the card needs. Draws nothing. */
export function LifeEar() {
  useQuery(currentSession)
  useQuery(lifeContacts)
  // `listenForDanger` hears by them as soon as they are here, and by every change of them.
  useQuery(lifeWords)
  useEffect(() => {
    // Once: from then on the window knows better than the disk, which may be behind. Where this fails, it is told with what is asked next.
    queryClient.fetchQuery(casesInHand).then(takeUpCases, () => {})
  }, [])
  const inHand = useQuery(casesInHand).data
  useEffect(() => {
    if (inHand !== undefined) takeUpRaised(inHand)
  }, [inHand])
  useEffect(() => leaveDismissed(inHand ?? []), [inHand])
  useEffect(() => noticeSeals(inHand ?? []), [inHand])
  useForgottenBoxes()
  useEffect(() => followComposing(), [])
  useEffect(holdWindow, [])
  // Behind it: what is sent in the last moment comes through by itself, and nobody is asked whether to stay for it.
  useEffect(() => keepWhenGoing(), [])
  useEffect(listenForDanger, [])
  useEffect(passOnWhatIsTyped, [])
  useEffect(passOnWhatIsSaid, [])
  return null
}
