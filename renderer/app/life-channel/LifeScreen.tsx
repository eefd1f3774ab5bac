import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import { type CallerFacts, dropQuietQuestions, useLife } from '../../features/life-channel/card/card-store.ts'
import { LifeBar } from '../../features/life-channel/card/LifeBar.tsx'
import { LifeCard } from '../../features/life-channel/card/LifeCard.tsx'
import { DrillLines } from '../../features/life-channel/drill/DrillLines.tsx'
import { useNoteBoxes } from '../../features/listening/notes/note-box.ts'
import { callsOfSession, currentSession } from '../../lib/common-queries.ts'
import { useWordsInHand } from '../../lib/words-in-hand.ts'
import { callerFacts } from './caller-facts.ts'
import { KnownCaller } from './KnownCaller.tsx'
import { type Beside, besideCard, dismissSuspicion, goOn, redTarget, takeUp } from './press-red.ts'

/** Where calls are heard or read. */
const AT_CALLS = /^\/(listen|review|meetings)(\/|$)/

/** Where somebody writes in the upper half of the page: nothing moves there while they do, and in the head is no button. */
const TYPED_AT_TOP = /^\/(listen|review)(\/|$)/

/** The card over everything, or the bar. */
export function LifeScreen() {
  const { cards, shownId, isEngaged, questions } = useLife()
  const isWrittenAbout = useWordsInHand(({ fields }) =>
    Object.values(fields).some(({ about }) => questions.some(({ facts }) => facts.callId === about.callId)),
  )
  const { pathname } = useLocation()
  const isOfCalls = AT_CALLS.test(pathname)
  const isTypedAtTop = TYPED_AT_TOP.test(pathname)
  // Who is heard is asked of nobody: drawn anew as soon as the window knows of another call.
  const sessionId = useQuery({ ...currentSession, enabled: false }).data?.id ?? ''
  useQuery({ ...callsOfSession(sessionId), enabled: false })
  const heard = callerFacts()
  const heardId = heard.callId
  // biome-ignore lint/correctness/useExhaustiveDependencies: as another call is heard
  useEffect(() => dropQuietQuestions, [heardId])
  const card = cards.find(({ caseId }) => caseId === shownId)
  if (card === undefined) {
    return (
      <LifeBar
        isAtCalls={isOfCalls || isWrittenAbout}
        isBelow={!isTypedAtTop}
        heardId={heardId}
        redTarget={redTarget()}
        onOpen={takeUp}
        onDismiss={dismissSuspicion}
      />
    )
  }
  const beside = besideCard(card)
  return (
    <LifeCard
      key={card.caseId}
      card={card}
      beside={beside === null ? null : <BesideCard beside={beside} />}
      onBeside={() => goOn(card)}
      isEngaged={isEngaged}
      typed={<Typed card={card.facts} heard={heard} />}
      script={card.isDrill ? <DrillLines /> : null}
      known={card.isDrill ? null : <KnownCaller {...card.facts} />}
    />
  )
}

function BesideCard({ beside }: { beside: Beside }) {
  const { t } = useTranslation('life')
  return 'call' in beside
    ? t('card.alsoCall', { number: beside.call.callNumber ?? '' })
    : t('card.others', { count: beside.count })
}

/** What is typed beneath: of the card's call, or of the one that began since, which it then names. */
function Typed({ card, heard }: { card: CallerFacts; heard: CallerFacts }) {
  const { t } = useTranslation('life')
  const ofCard = useTypedOf(card.callId)
  const ofHeard = useTypedOf(heard.callId === card.callId ? null : heard.callId)
  return ofHeard === '' ? ofCard : `${t('facts.call', { number: heard.callNumber ?? '' })} ${ofHeard}`
}

/** The end of it: as much as is read at a glance. */
function useTypedOf(callId: string | null): string {
  const inBox = useNoteBoxes(({ boxes }) => (callId === null ? '' : (boxes[callId]?.text ?? '')))
  const inField = useWordsInHand(
    ({ fields }) => Object.values(fields).findLast(({ about, text }) => about.callId === callId && text !== '')?.text,
  )
  const text = inField ?? inBox
  return text.length > LONGEST_TAIL ? `…${text.slice(-LONGEST_TAIL)}` : text
}
const LONGEST_TAIL = 60
