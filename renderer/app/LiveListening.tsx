import { useQuery } from '@tanstack/react-query'
import { type SyntheticEvent, useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { LONGEST } from '../../shared/contract/limits.ts'
import type { Line } from '../../shared/contract/listening/conversations.ts'
import type { Call } from '../../shared/contract/listening/sessions.ts'
import type { EarlierCall, TicketState } from '../../shared/contract/tickets/tickets.ts'
import { timecode } from '../../shared/domain/listening/timecode.ts'
import { AgentField } from '../features/agents/AgentField.tsx'
import { useLife } from '../features/life-channel/card/card-store.ts'
import { sealedCalls } from '../features/life-channel/life-channel.queries.ts'
import { SealedPaper } from '../features/life-channel/SealedPaper.tsx'
import { CallHeader } from '../features/listening/call/CallHeader.tsx'
import { CallStrip } from '../features/listening/call/CallStrip.tsx'
import { markMs } from '../features/listening/call/call-clock.ts'
import { endCall, endSession, measureAnew } from '../features/listening/call/listening.actions.ts'
import { ConversationPane } from '../features/listening/conversation/ConversationPane.tsx'
import { DropArea } from '../features/listening/conversation/DropArea.tsx'
import { heardAt, usePlayback } from '../features/listening/conversation/playback.ts'
import { CallDesk } from '../features/listening/desk/CallDesk.tsx'
import type { TicketToBe } from '../features/listening/desk/tickets-to-be.ts'
import { HalfDoneTray } from '../features/listening/notes/HalfDoneTray.tsx'
import { saveWords, watchOverSending } from '../features/listening/notes/notes.actions.ts'
import { useTypedWordsOf } from '../features/listening/notes/typed-words.ts'
import { chooseForTicket } from '../features/review/review-desk.ts'
import { StateBadge } from '../features/tickets/StateBadge.tsx'
import { watchClockJumps } from '../lib/clock-jumps.ts'
import type { Sitting } from '../lib/common-queries.ts'
import { textsOf } from '../lib/i18n.ts'
import { textFault } from '../lib/text-fault.ts'
import { useKeys } from '../lib/use-keys.tsx'
import { useStable } from '../lib/use-stable.ts'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { isNowhere } from '../ui/focus.ts'
import { dismissUndos, notify } from '../ui/notices.ts'
import { CallNotes } from './CallNotes.tsx'
import styles from './LiveListening.module.css'
import { useCallInSight } from './life-channel/call-in-sight.ts'
import { pressRed } from './life-channel/press-red.ts'
import { useOpenMeeting } from './meeting/use-open-meeting.ts'
import { SessionLine } from './SessionLine.tsx'
import { SilverBeside, useMarkedCalls } from './silver-hair/SilverBeside.tsx'
import { useComingCall } from './use-coming-call.ts'
import { useFollowedCall } from './use-followed-call.ts'
import { useKeysForBox } from './use-keys-for-box.ts'

/** The live screen: joins clock, notes and conversation. The focus belongs to the note box. */
export function LiveListening({ session, calls }: { session: Sitting; calls: readonly Call[] }) {
  const { t } = useTranslation('listen')
  const navigate = useNavigate()
  const [search, setSearch] = useSearchParams()
  const [isEnding, setIsEnding] = useState(false)
  const box = useRef<HTMLTextAreaElement>(null)
  const named = search.get('call')
  const coming = useComingCall(session, calls, named)
  const { live, call: followed, isHeld, goOn } = useFollowedCall(calls, coming.begunHere, named)
  const chosen = coming.begunHere ?? followed
  const shown = coming.call === null ? chosen : null
  const written = coming.call ?? shown
  useTypedWordsOf(live?.id ?? null)
  // Also by another window of the desk, whose card stands there, and of a case whose card has gone.
  const isKnownSealed = (useQuery(sealedCalls(session.id)).data ?? []).some(({ callId }) => callId === shown?.id)
  const hasCard = useLife(({ cards }) => cards.some(({ isDrill, facts }) => !isDrill && facts.callId === shown?.id))
  const isSealed = hasCard || isKnownSealed
  /** Over, all of it lies under the seal: nothing of it is read here any more. */
  const isPutAway = isKnownSealed && shown !== null && shown.endedAt !== null

  // A cry that is typed before main has said that the call is there, or where it cannot begin it, is about that call, and not about the one before.
  useCallInSight(coming.call !== null && coming.isMeant ? coming.call : undefined, session)
  const marked = useMarkedCalls(session.id)
  const focusBox = useCallback(() => box.current?.focus(), [])
  const openMeeting = useOpenMeeting()
  useKeysForBox(box)
  useEffect(watchOverSending, [])
  useEffect(() => watchClockJumps(() => void measureAnew(session.id)), [session.id])
  useEffect(() => {
    // Coming back from the call system's window: the next key belongs to the note.
    const back = () => {
      if (isNowhere(document.activeElement)) focusBox()
    }
    window.addEventListener('focus', back)
    return () => window.removeEventListener('focus', back)
  }, [focusBox])
  const show = (call: Call) => {
    coming.look(false)
    if (call.id === live?.id) goOn()
    setSearch(call.id === live?.id ? {} : { call: call.id }, { replace: true })
    requestAnimationFrame(focusBox)
  }
  const startNext = () => {
    coming.begin()
    if (search.has('call')) setSearch({}, { replace: true })
    requestAnimationFrame(focusBox)
  }
  const step = (by: 1 | -1) => {
    const at = shown === null ? calls.length : calls.findIndex((call) => call.id === shown.id)
    const to = calls[at + by]
    if (to !== undefined) show(to)
  }
  const end = async () => {
    setIsEnding(false)
    if (await endSession(session.id)) await navigate(`/review/${session.id}`)
  }
  useKeys('listen', {
    'listen.nextCall': startNext,
    'listen.endCall': () => (live === null ? false : void endCall(live.id)),
    'listen.endSession': () => setIsEnding(true),
    'listen.review': () => void navigate(`/review/${session.id}`),
    'listen.previousCall': () => step(-1),
    'listen.followingCall': () => step(1),
  })
  useKeys('global', { 'meetings.open': () => (shown === null ? false : void openMeeting(shown.id)) })
  /** A customer's line is a voice; of others the note says whose words they are. Its time is within the call. */
  const noteLine = (call: Call, line: Line): void => {
    const isCustomer = line.speaker === 'customer'
    const text = isCustomer
      ? line.text
      : `${t(`conversation.speaker.${line.speaker}`)}${t('conversation.says')}${line.text}`
    focusBox()
    const fault = textFault(text, LONGEST.note)
    if (fault !== null) return void notify({ tone: 'info', title: () => textFault(text, LONGEST.note) ?? fault })
    const [ofLine, ofCall] = [timeOfLine(call, line), markMs(call, 0)]
    const offsetMs = Math.round(Math.min(ofLine, ofCall))
    saveWords({ callId: call.id, kind: isCustomer ? 'voice' : 'view', text, offsetMs })
    dismissUndos()
    if (ofLine - ofCall < AHEAD_MS) return
    const times = { line: timecode(line.atMs), call: timecode(offsetMs) }
    notify({ tone: 'info', title: () => textsOf('listen')('conversation.ahead', times) })
  }
  const makeTicket = useStable(({ notes }: TicketToBe) => {
    chooseForTicket(notes)
    void navigate(`/review/${session.id}`)
  })
  /** In its place: this session's here, another's in that session, from where Esc leads back. */
  const openEarlier = useStable(({ callId, sessionId }: EarlierCall) => {
    const own = calls.find(({ id }) => id === callId)
    if (own !== undefined) return show(own)
    void navigate(`/sessions/${sessionId}?call=${callId}`, { state: { cameFrom: `/listen/${session.id}` } })
  })
  /** A key in the box of a call that is not there yet starts it. */
  const beginComing = (event: SyntheticEvent) => {
    if (event.target === box.current && coming.call !== null && !coming.isWaiting) coming.begin()
  }

  return (
    <DropArea call={shown} className={`fill ${styles.page}`} onIdleClick={focusBox}>
      {(attach) => (
        <>
          <h1 className={styles.title} tabIndex={-1} data-page-title>
            <span>{t('page.title')}</span>
            <SessionLine sitting={session} />
          </h1>
          {isSealed ? <SealedPaper /> : null}
          <CallHeader
            call={shown}
            coming={calls.length === 0 ? null : coming.call}
            isBeginning={coming.isWaiting}
            liveNumber={isHeld && shown?.id === followed?.id ? (live?.number ?? null) : null}
            isLive={shown !== null && shown.endedAt === null}
            onNextCall={startNext}
            onEndCall={() => live !== null && void endCall(live.id)}
            onEndSession={() => setIsEnding(true)}
            onReferenceDone={focusBox}
            isSealed={isSealed}
            isSilver={shown !== null && marked.has(shown.id)}
            agent={
              shown === null || isSealed ? null : (
                <AgentField key={`agent ${shown.id}`} callId={shown.id} onDone={focusBox} />
              )
            }
            onRed={pressRed}
          />
          <CallStrip calls={calls} marked={marked} shownCallId={shown?.id ?? null} onShow={show} />
          {written === null ? null : (
            <div className={`columns ${styles.columns}`} onInput={beginComing} onCompositionStart={beginComing}>
              <CallNotes key={written.id} call={written} isPutAway={isPutAway} boxRef={box} />
              <aside className={`side-column above-notices ${styles.side}`}>
                {shown === null || isSealed ? null : (
                  <SilverBeside key={`silver ${shown.id}`} call={shown} onLeave={focusBox} />
                )}
                {shown === null ? null : (
                  <ConversationPane callId={shown.id} onFiles={attach} onNote={(line) => noteLine(shown, line)} />
                )}
                {shown === null || isPutAway ? null : (
                  <CallDesk
                    key={shown.id}
                    call={shown}
                    isSealed={isSealed}
                    onMakeTicket={makeTicket}
                    onOpenCall={openEarlier}
                    stateOf={stateOf}
                  />
                )}
                <HalfDoneTray
                  sessionId={session.id}
                  exceptCallId={written.id}
                  onOpen={(draft) => {
                    const call = calls.find((each) => each.id === draft.callId)
                    if (call === undefined) void navigate(`/review/${draft.sessionId}`)
                    else show(call)
                  }}
                  onMeeting={(callId) => void openMeeting(callId)}
                />
              </aside>
            </div>
          )}
          <ConfirmDialog
            isOpen={isEnding}
            title={t('session.endTitle')}
            confirmLabel={t('session.endConfirm')}
            onConfirm={() => void end()}
            onClose={() => setIsEnding(false)}
          >
            {t(live === null ? 'session.endBodyNoCall' : 'session.endBody')}
          </ConfirmDialog>
        </>
      )}
    </DropArea>
  )
}

/** A file that was skipped through is so far ahead of its call: the time that its line bears here wants a word. */
const AHEAD_MS = 1_000

/** A line's own time; of a file that was begun later in the call, when it was heard. */
function timeOfLine(call: Call, { atMs }: Line): number {
  const { playback } = usePlayback.getState()
  if (call.endedAt !== null || playback?.callId !== call.id || playback.pace === 'all') return atMs
  return Math.max(atMs, markMs(call, 0) - (performance.now() - heardAt(playback, atMs)))
}

const stateOf = (state: TicketState) => <StateBadge state={state} />
