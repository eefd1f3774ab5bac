import { useQuery } from '@tanstack/react-query'
import { ListChecks } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Note } from '../../shared/contract/listening/notes.ts'
import type { Call, Session } from '../../shared/contract/listening/sessions.ts'
import type { Id } from '../../shared/contract/values.ts'
import { useThanking } from '../features/agents/use-thanking.tsx'
import { sealedCalls } from '../features/life-channel/life-channel.queries.ts'
import { SealedPaper } from '../features/life-channel/SealedPaper.tsx'
import { HalfDoneRows } from '../features/review/notes/HalfDoneRows.tsx'
import { halfDoneChange, useWordsLeft, withLeftWords } from '../features/review/notes/left-words.ts'
import { NoteDialog } from '../features/review/notes/NoteDialog.tsx'
import { NotesToChoose } from '../features/review/notes/NotesToChoose.tsx'
import { RiskRow } from '../features/review/notes/RiskRow.tsx'
import { SealedLine } from '../features/review/notes/SealedLine.tsx'
import { openTicket } from '../features/review/review.actions.ts'
import {
  chosenNotes,
  clearDesk,
  dropSealedTicket,
  goOnWithTicket,
  halfDoneTicket,
  isFree,
  lackingIn,
  proposeForm,
  useReviewDesk,
} from '../features/review/review-desk.ts'
import { AllInTickets } from '../features/review/tickets/AllInTickets.tsx'
import { TicketFormPane } from '../features/review/tickets/TicketFormPane.tsx'
import { TicketsMade } from '../features/review/tickets/TicketsMade.tsx'
import { useReviewKeys } from '../features/review/use-review-keys.ts'
import { lookAt, nextStop, risksIn, useWalk } from '../features/review/walk.ts'
import { changeOf, goingOn, saveWritten, type Written } from '../features/review/written-note.ts'
import { lensesOfSession, markedIn } from '../features/silver-hair/silver-hair.queries.ts'
import { goneOfCalls, halfDoneNotes, issueTypes } from '../lib/common-queries.ts'
import { useExportSelection } from '../lib/export-selection.ts'
import { dateIn, dayTime } from '../lib/formats.ts'
import { textsOf } from '../lib/i18n.ts'
import type { ActionId } from '../lib/key-map.ts'
import { instantNow, todayIn } from '../lib/now.ts'
import { usePlace } from '../lib/place-store.ts'
import { useSeatRooms } from '../lib/seat-rooms.ts'
import { useSettings } from '../lib/settings.ts'
import { teamStatus } from '../lib/team.ts'
import { useChord, useKeys } from '../lib/use-keys.tsx'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { GoneWords } from '../ui/GoneWords.tsx'
import { KeyCap } from '../ui/KeyCap.tsx'
import { notify, notifySuccess } from '../ui/notices.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { useLeftWords } from '../ui/use-left-form.ts'
import { factsOf, useCallInSight } from './life-channel/call-in-sight.ts'
import { pressRed } from './life-channel/press-red.ts'
import { useIsWriting } from './life-channel/use-is-writing.ts'
import { useOpenMeeting } from './meeting/use-open-meeting.ts'
import styles from './ReviewDesk.module.css'

const noneSealed: readonly { callId: Id }[] = []

/** After the calls: choose notes with keys, make tickets of them. */
export function ReviewDesk({
  session,
  calls,
  notes,
}: {
  session: Session
  calls: readonly Call[]
  notes: readonly Note[]
}) {
  const { t } = useTranslation('review')
  const place = usePlace()
  const navigate = useNavigate()
  const types = useQuery(issueTypes).data ?? []
  const wordsLeft = useWordsLeft().left
  const stored = useQuery(halfDoneNotes).data ?? []
  const drafts = withLeftWords(stored, wordsLeft).filter((draft) => draft.sessionId === session.id)
  const gone = useQuery(goneOfCalls(calls.map(({ id }) => id))).data ?? []
  const silver = markedIn(useQuery(lensesOfSession(session.id)).data ?? [])
  const noteCount = gone.length > 0 ? session.noteCount : notes.length
  const { chosen, cursor, typed } = useReviewDesk()
  const [hasTried, setHasTried] = useState(false)
  const [written, setWritten] = useState<Written | null>(null)
  const edit = (note: Note) => setWritten(changeOf(note, halfDoneChange(note.id, drafts, wordsLeft)))
  const thanking = useThanking(session.id)
  const title = useRef<HTMLTextAreaElement>(null)
  const left = useRef<HTMLDivElement>(null)
  const right = useRef<HTMLDivElement>(null)

  useEffect(() => clearDesk, [])
  const half = useLeftWords(`ticket ${session.id}`, halfDoneTicket, goOnWithTicket, () =>
    textsOf('review')('form.title'),
  )
  const sealed = useQuery(sealedCalls(session.id)).data ?? noneSealed
  const isAlone = useQuery(teamStatus).data?.kind === 'alone'
  /** Whose session it is was there when it was sealed; nobody else is told of a case here. Of nobody's session that is known where there is but one desk. */
  const isOwn = session.listenerId === (useSettings()?.me ?? null) && (session.listenerId !== null || isAlone)
  const isOver = calls.find(({ id }) => id === written?.place.callId)?.endedAt != null
  const callOf = useRef(new Map<Id, Id>())
  const isPutAway = isOver && sealed.some(({ callId }) => callId === written?.place.callId)
  const putAway = calls
    .filter(({ id, endedAt }) => isOwn && endedAt !== null && sealed.some(({ callId }) => callId === id))
    .map(({ number }) => number)
  const isWriting = useIsWriting()
  useEffect(() => {
    for (const { id, callId } of notes) callOf.current.set(id, callId)
    // Whoever writes may be finishing a sentence: what they write is put away as it is stored, and the field goes once they leave it.
    if (isWriting) return
    const isSealed = (noteId: Id) => {
      const call = callOf.current.get(noteId)
      return call === undefined || sealed.some(({ callId }) => callId === call)
    }
    if (sealed.length > 0) dropSealedTicket(notes, isSealed)
    // What is written of it is stored as the dialog goes, and put away with the rest.
    if (isPutAway) setWritten(null)
  }, [sealed, notes, isPutAway, isWriting])
  const forTicket = chosenNotes(notes, chosen, cursor)
  const isAllDone = notes.length > 0 && drafts.length === 0 && notes.every((note) => !isFree(note))
  const form = proposeForm(forTicket, types, typed)
  const lacking = lackingIn(form, forTicket)
  const callOfId = (callId: Id | undefined) => calls.find(({ id }) => id === callId)
  const aboutOf = (call: Call | undefined) => (call === undefined ? null : factsOf(call, session))
  const writtenCall = callOfId(written?.place.callId)
  useCallInSight(writtenCall ?? callOfId(notes.find(({ id }) => id === cursor)?.callId), session)
  const focusList = () => left.current?.querySelector<HTMLElement>('[role=listbox]')?.focus()
  const open = async () => {
    if (forTicket.some((note) => sealed.some(({ callId }) => callId === note.callId)))
      return void notify({ tone: 'info', title: () => textsOf('review')('refused.sealed') })
    setHasTried(lacking !== null)
    // The form asks for a digit: in the title it would be typed over the words.
    if (lacking === 'issueType') focusList()
    if (lacking === null && (await half.send(openTicket(form, forTicket)))) focusList()
  }
  const onForm = () => {
    title.current?.focus()
    title.current?.select()
  }
  const onNotes = () => {
    if (right.current?.contains(document.activeElement) !== true) return false
    focusList()
    return true
  }
  // What was risky, then what is unfinished: each press goes on from where the cursor stands.
  const walkOn = () => {
    lookAt(notes.find(({ id }) => id === cursor))
    const stop = nextStop(notes, drafts, useWalk.getState().looked)
    if (stop?.what === 'risk') useReviewDesk.setState({ cursor: stop.note.id })
    if (stop?.what === 'halfDone') setWritten(goingOn(stop.draft, notes))
    if (stop === null) notifySuccess(() => textsOf('review')('risk.nothingLeft'))
  }
  const ticketIds = [...new Set(notes.flatMap(({ ticketId }) => ticketId ?? []))]
  const { place: there } = useSeatRooms()({ roomId: session.roomId, startsAt: session.startedAt })
  const exportTickets = () => {
    const day = dateIn(session.startedAt, there.timeZone)
    // The file's name ends with the day it is written on.
    const scope = day === todayIn(there) ? t('allDone.scopeToday') : t('allDone.scope', { day })
    useExportSelection.setState({
      chosen: { selection: { by: 'ids', ticketIds }, scope, ticketCount: ticketIds.length },
    })
    void navigate('/exports?new=1')
  }
  const openMeeting = useOpenMeeting()
  /** Of the call under the cursor, or of the last one. Only what was heard today is settled at the seat. */
  const meet = () => {
    const callId = notes.find(({ id }) => id === cursor)?.callId
    const call = calls.find(({ id }) => id === callId) ?? calls.at(-1)
    if (call === undefined) return false
    if (dateIn(call.startedAt, place.timeZone) === todayIn(place)) return void openMeeting(call.id)
    notify({ tone: 'info', title: () => textsOf('meetings')('refused.notToday') })
  }
  useKeys('global', { 'meetings.open': meet })
  useReviewKeys({
    notes,
    types,
    onOpen: () => void open(),
    onEdit: edit,
    onForm,
    onNotes,
    onNext: walkOn,
    onThank: thanking.thank,
  })

  const started = dayTime(session.startedAt, there, instantNow())
  return (
    <div className="fill">
      {notes.some((note) => sealed.some(({ callId }) => callId === note.callId)) ? <SealedPaper /> : null}
      <PageHeader
        title={t('page.title')}
        sub={t('page.sub', {
          started,
          listener: session.listenerName ?? '',
          calls: session.callCount,
          notes: noteCount,
        })}
        actions={
          session.endedAt === null ? (
            <Button onClick={() => void navigate(`/listen/${session.id}`)}>{t('page.backToListening')}</Button>
          ) : null
        }
      />
      <div className={`columns ${styles.columns}`}>
        <div ref={left} className={styles.left}>
          <Panel
            title={t('notes.title')}
            aside={<Hint hasStops={drafts.length > 0 || risksIn(notes).length > 0} />}
            fill
            flush
          >
            <div className="fill">
              <div className={notes.length === 0 ? undefined : styles.above}>
                <RiskRow notes={notes} onNext={walkOn} onRed={pressRed} />
                <GoneWords gone={gone} />
                <SealedLine numbers={putAway} />
                <HalfDoneRows drafts={drafts} onFinish={(draft) => setWritten(goingOn(draft, notes))} />
              </div>
              {notes.length === 0 && gone.some(({ kind }) => kind === 'notes') ? null : notes.length === 0 ? (
                <EmptyState icon={<ListChecks />} title={t('notes.none')} hint={t('notes.noneHint')} />
              ) : (
                <NotesToChoose
                  calls={calls}
                  notes={notes}
                  types={types}
                  onEdit={edit}
                  silver={silver}
                  markOf={thanking.markOf}
                />
              )}
            </div>
          </Panel>
        </div>
        <div ref={right} className={`above-notices ${styles.right}`}>
          {isAllDone ? (
            <AllInTickets
              tickets={ticketIds.length}
              praiseLeft={notes.filter(thanking.isLeft).length}
              onExport={exportTickets}
            />
          ) : (
            <TicketFormPane
              form={form}
              notes={forTicket}
              types={types}
              lacking={lacking}
              hasTried={hasTried}
              titleRef={title}
              about={aboutOf(callOfId(forTicket[0]?.callId))}
              onOpen={() => void open()}
            />
          )}
          <TicketsMade notes={notes} />
        </div>
      </div>
      {written === null ? null : (
        <NoteDialog
          key={written.place.draftId}
          title={t(written.isChange ? 'note.edit' : 'draft.finishTitle')}
          saveLabel={t(written.isChange ? 'note.save' : 'draft.save')}
          from={written.from}
          note={notes.find(({ id }) => id === written.place.noteId)}
          isFromDisk={written.draft !== null}
          place={written.place}
          about={aboutOf(writtenCall)}
          // Of a call that was put away it stays half done, and is put away as well.
          onSave={async (change, seen) => isPutAway || (await saveWritten(written, change, seen))}
          onClose={() => setWritten(null)}
        />
      )}
    </div>
  )
}

/** The keys that do all of it, as they are set now. `hasStops`: something is risky or half done, and one key leads through it. */
function Hint({ hasStops }: { hasStops: boolean }) {
  const { t } = useTranslation('review')
  return (
    <span className={styles.hint}>
      <KeyHint ids={['review.down', 'review.up']} words={t('hint.walk')} />
      <KeyHint ids={['review.toggle']} words={t('hint.toggle')} />
      {hasStops ? <KeyHint ids={['review.next']} words={t('hint.next')} /> : null}
      <KeyHint ids={['review.toggleCall']} words={t('hint.call')} />
      <KeyHint ids={['review.saveTicket']} words={t('hint.open')} />
    </span>
  )
}

function KeyHint({ ids, words }: { ids: readonly ActionId[]; words: string }) {
  return (
    <span className={styles.key}>
      {ids.map((id) => (
        <Cap key={id} id={id} />
      ))}
      {words}
    </span>
  )
}

function Cap({ id }: { id: ActionId }) {
  return <KeyCap chord={useChord(id)} />
}
