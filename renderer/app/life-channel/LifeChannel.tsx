import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { showCard, useLife } from '../../features/life-channel/card/card-store.ts'
import { workspaceStatus } from '../../lib/common-queries.ts'
import { lazyPage } from '../../lib/lazy-page.tsx'
import { whenIdle, whenPainted } from '../../lib/resting.ts'
import { useKeys } from '../../lib/use-keys.tsx'
import { OpenedLater } from '../../ui/OpenedLater.tsx'
import { dismissSuspicion, openWaiting, pressRed } from './press-red.ts'

const lifeScreen = lazyPage(async () => (await import('./LifeScreen.tsx')).LifeScreen)
const ear = lazyPage(async () => (await import('./LifeEar.tsx')).LifeEar)

const makeEarReady = async () => (await import('./ear-ready.ts')).earReady()

/** When nothing else is to be done: then the card is there without asking anybody for its code. */
export async function fetchLifeChannel(): Promise<void> {
  await lifeScreen.fetchCode()
  await ear.fetchCode()
}

/** The life channel over every page and over what stands in place of them: its key, its bar, its card, and the ear. */
export function LifeChannel() {
  const navigate = useNavigate()
  const isReady = useQuery({ ...workspaceStatus, enabled: false }).data?.state === 'ready'
  const [isIdle, setIsIdle] = useState(false)
  useEffect(() => void whenIdle(() => setIsIdle(true)), [])
  // The first words of a call may be a cry: what hears them is large, and is fetched and made as soon as the call is painted.
  const isOfCall = useLocation().pathname.startsWith('/listen/')
  useEffect(() => {
    if (isReady && isOfCall) whenPainted(() => void makeEarReady().catch(() => {}))
  }, [isReady, isOfCall])
  const isNeeded = useLife(({ cards, questions }) => cards.length > 0 || questions.length > 0)
  useKeys('global', {
    'life.raise': pressRed,
    'life.open': openWaiting,
    'life.nothing': dismissSuspicion,
    'life.cases': () => void navigate('/life'),
  })
  const openAgain = () => {
    const last = useLife.getState().cards.at(-1)
    if (last !== undefined) showCard(last.caseId, true)
  }
  return (
    <>
      {isReady && isIdle ? (
        <OpenedLater open={() => {}} close={() => {}}>
          <ear.Page />
        </OpenedLater>
      ) : null}
      {isNeeded ? (
        <OpenedLater open={openAgain} close={() => {}}>
          <lifeScreen.Page />
        </OpenedLater>
      ) : null}
    </>
  )
}
