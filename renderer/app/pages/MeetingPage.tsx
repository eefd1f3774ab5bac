import { useQuery } from '@tanstack/react-query'
import { FileDown, Printer } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate, useParams } from 'react-router'
import type { Note } from '../../../shared/contract/listening/notes.ts'
import type { Meeting } from '../../../shared/contract/meetings/meetings.ts'
import { typeLedgerWords } from '../../features/exports/ledger/ledger-desk.ts'
import { calendarYear } from '../../features/house/calendar/calendar.queries.ts'
import { sealedCalls } from '../../features/life-channel/life-channel.queries.ts'
import { SealedPaper } from '../../features/life-channel/SealedPaper.tsx'
import { conversationOfCall } from '../../features/listening/conversation/conversations.queries.ts'
import { notedLines } from '../../features/listening/conversation/noted-lines.ts'
import { notesOfCall } from '../../features/listening/notes/notes.queries.ts'
import { Attendees } from '../../features/meetings/Attendees.tsx'
import { CloseDialog } from '../../features/meetings/CloseDialog.tsx'
import { FrozenCall } from '../../features/meetings/FrozenCall.tsx'
import { isDone } from '../../features/meetings/is-done.ts'
import { LineComposer } from '../../features/meetings/LineComposer.tsx'
import { LineList } from '../../features/meetings/LineList.tsx'
import { appendToLine } from '../../features/meetings/line-box.ts'
import { redoLine, undoLine } from '../../features/meetings/line-steps.ts'
import { MeetingClockFace } from '../../features/meetings/MeetingClockFace.tsx'
import { Minutes } from '../../features/meetings/Minutes.tsx'
import {
  putFieldAway,
  saveHalfWritten,
  setSolved,
  storeLineDraft,
  writeMinutes,
} from '../../features/meetings/meetings.actions.ts'
import { meetingOfCall, minutesOfCall } from '../../features/meetings/meetings.queries.ts'
import { namesOneMayMean } from '../../features/meetings/names-one-may-mean.ts'
import { startMeeting } from '../../features/meetings/start-meeting.ts'
import { callsOfSession, everybody, issueTypes, sittingById } from '../../lib/common-queries.ts'
import { failureOf } from '../../lib/errors.ts'
import { useMay } from '../../lib/may.ts'
import { todayIn } from '../../lib/now.ts'
import { peopleNames } from '../../lib/people-options.ts'
import { usePlace } from '../../lib/place-store.ts'
import { printPage } from '../../lib/printing.ts'
import { useSettings } from '../../lib/settings.ts'
import { useChord, useKeys } from '../../lib/use-keys.tsx'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailedState } from '../../ui/FailedState.tsx'
import { useFoot } from '../../ui/foot-height.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { KeyCap } from '../../ui/KeyCap.tsx'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QuietLine } from '../../ui/QuietLine.tsx'
import { useCallInSight } from '../life-channel/call-in-sight.ts'
import { useIsWriting } from '../life-channel/use-is-writing.ts'
import { factsOf } from '../meeting/day-facts.ts'
import styles from './MeetingPage.module.css'

/** The meeting at the seat about one call: the call as it was on the left, what is agreed on the right. */
export function MeetingPage() {
  const { t } = useTranslation('meetings')
  const { callId = '' } = useParams()
  const meeting = useQuery(meetingOfCall(callId))
  const notes = useQuery(notesOfCall(callId))
  const goingOn = useGoingOn(meeting.data)
  const problem = meeting.error ?? notes.error
  if (problem !== null)
    return (
      <FailedState
        isPage
        {...failureOf(problem)}
        onRetry={() => void Promise.all([meeting.refetch(), notes.refetch()])}
      />
    )
  if (meeting.data === undefined || notes.data === undefined) return <LoadingState />
  const written = meeting.data ?? goingOn
  if (written !== null) return <MeetingAtTheSeat meeting={written} notes={notes.data} />
  return (
    <EmptyState
      isPage
      title={t('none.title')}
      hint={t('none.hint')}
      action={<Button onClick={() => void startMeeting(callId)}>{t('none.start')}</Button>}
    />
  )
}

/** A meeting that was put away with its sealed call stays, without its lines, as long as somebody writes there: they may be finishing a sentence. Null: there is none. */
function useGoingOn(now: Meeting | null | undefined): Meeting | null {
  const isWriting = useIsWriting()
  const [last, setLast] = useState<Meeting | null>(null)
  if (now && now !== last) setLast(now)
  const left = now === null && !isWriting ? last : null
  useEffect(() => {
    if (left === null) return
    void putFieldAway(left.id)
    setLast(null)
  }, [left])
  return now === null && last !== null && isWriting ? { ...last, attendees: [], lines: [] } : null
}

function MeetingAtTheSeat({ meeting, notes }: { meeting: Meeting; notes: readonly Note[] }) {
  const { t } = useTranslation('meetings')
  const navigate = useNavigate()
  const { state } = useLocation()
  const place = usePlace()
  const people = useQuery(everybody).data ?? []
  const types = useQuery(issueTypes).data ?? []
  const conversation = useQuery(conversationOfCall(meeting.callId)).data ?? null
  // Who says «tomorrow» at the seat means the one there.
  const timeZone = useQuery(minutesOfCall(meeting.callId)).data?.heardZone ?? place.timeZone
  const today = todayIn({ timeZone })
  const year = Number(today.slice(0, 4))
  const facts = factsOf(today, timeZone, [useQuery(calendarYear(year)).data, useQuery(calendarYear(year + 1)).data])
  const area = useRef<HTMLTextAreaElement>(null)
  const attendees = useRef<HTMLInputElement>(null)
  const foot = useRef<HTMLDivElement>(null)
  useFoot(foot)
  const [isClosing, setClosing] = useState(false)
  const [closeChord, solvedChord] = [useChord('meetings.close'), useChord('meetings.solved')]
  const frozen = notes.filter(({ id }) => meeting.noteIds.includes(id))
  const noted = conversation === null ? new Set<number>() : notedLines(conversation.lines, frozen)
  const lines = (conversation?.lines ?? []).filter((_, index) => noted.has(index))
  const mayClose = useMay('meetings.close') && !isDone(meeting)
  const sealed = useQuery(sealedCalls(meeting.sessionId)).data ?? []
  const session = useQuery(sittingById(meeting.sessionId)).data ?? null
  const call = useQuery(callsOfSession(meeting.sessionId)).data?.find(({ id }) => id === meeting.callId)
  useCallInSight(call, session)

  const mayWrite = useMay('meetings.writeMinutes')
  const folder = useSettings()?.exportFolder ?? ''
  const write = () =>
    void writeMinutes(
      { callId: meeting.callId, folder, language: place.language },
      {
        openSettings: () => void navigate('/settings?section=export'),
        openLedger: (text) => {
          typeLedgerWords(text, false)
          void navigate('/exports')
        },
      },
    )

  const back = () => {
    const cameFrom: unknown = (state as { cameFrom?: unknown } | null)?.cameFrom
    void navigate(typeof cameFrom === 'string' ? cameFrom : `/listen/${meeting.sessionId}`)
  }
  /** From the names it leads back to the lines first: whoever goes on typing types for the meeting. */
  const backOneStep = () => {
    if (document.activeElement === attendees.current && area.current !== null) area.current.focus()
    else back()
  }
  const startClosing = () => {
    void saveHalfWritten(meeting, namesOneMayMean(meeting, people), facts)
    setClosing(true)
  }
  const goOnInLine = (words: string) => {
    appendToLine(meeting.id, words)
    if (words !== '') void storeLineDraft(meeting.id)
    area.current?.focus()
  }
  useKeys('global', { 'meetings.open': back })
  useKeys('meetings', {
    'meetings.back': backOneStep,
    'meetings.close': () => (mayClose ? startClosing() : false),
    'meetings.solved': () => void setSolved(meeting, meeting.solvedAt === null),
    'meetings.attendees': () => attendees.current?.focus(),
    'meetings.undo': () => undoLine(meeting),
    'meetings.redo': () => redoLine(meeting),
  })
  return (
    <div className="fill">
      <PageHeader
        title={t('title', { number: meeting.callNumber })}
        sub={<MeetingClockFace meeting={meeting} />}
        actions={
          <>
            <IconButton icon={<Printer />} label={t('minutes.print')} onClick={() => void printPage()} />
            {mayWrite ? <IconButton icon={<FileDown />} label={t('minutes.save')} onClick={write} /> : null}
            <Button onClick={back}>{t(meeting.closedAt === null ? 'back.running' : 'back.closed')}</Button>
            {mayClose ? (
              <Button tone="primary" chord={closeChord} onClick={startClosing}>
                {t('close.open')}
              </Button>
            ) : null}
          </>
        }
      />
      <div className={`columns ${styles.columns}`}>
        <FrozenCall meeting={meeting} notes={notes} lines={lines} />
        <Panel fill flush title={t('lines.title')} aside={String(meeting.lines.length)}>
          <div className={styles.meeting}>
            <div className={styles.who}>
              <Attendees meeting={meeting} names={peopleNames(people)} fieldRef={attendees} onLine={goOnInLine} />
              <Checkbox
                label={
                  <>
                    {t('solved.mark')} <KeyCap chord={solvedChord} quiet />
                  </>
                }
                checked={meeting.solvedAt !== null}
                onChange={() => void setSolved(meeting, meeting.solvedAt === null)}
              />
            </div>
            <div className={styles.list}>
              <LineList meeting={meeting} />
            </div>
            {meeting.closedAt === null ? null : (
              <QuietLine>{t(isDone(meeting) ? 'afterClose.more' : 'afterClose.again')}</QuietLine>
            )}
            <div className={styles.box} ref={foot}>
              <LineComposer meeting={meeting} people={people} facts={facts} areaRef={area} />
            </div>
          </div>
        </Panel>
      </div>
      {isClosing ? (
        <CloseDialog meeting={meeting} notes={notes} types={types} onClose={() => setClosing(false)} />
      ) : null}
      {sealed.some(({ callId }) => callId === meeting.callId) ? <SealedPaper /> : <Minutes callId={meeting.callId} />}
    </div>
  )
}
