import { useQuery } from '@tanstack/react-query'
import { Pause, Play, SkipForward, X } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conversation, Line } from '../../../../shared/contract/listening/conversations.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { timecode } from '../../../../shared/domain/listening/timecode.ts'
import { useRunningMs } from '../../../lib/now.ts'
import { useChord, useKeys } from '../../../lib/use-keys.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx'
import styles from './ConversationPane.module.css'
import { detachConversation } from './conversations.actions.ts'
import { conversationOfCall } from './conversations.queries.ts'
import { DropHint } from './DropHint.tsx'
import {
  changePlayback,
  heardLines,
  keepOverReload,
  type Pace,
  type Playback,
  paces,
  playOn,
  positionOf,
  skipToNextLine,
  takeUpKept,
  usePlayback,
} from './playback.ts'
import { SpokenLine } from './SpokenLine.tsx'
import { silencesOf, waitMs } from './silences.ts'
import { useEndInSight } from './use-end-in-sight.ts'
import { useLineNotes } from './use-line-notes.ts'

export interface ConversationPaneProps {
  callId: Id
  onFiles: (files: readonly File[]) => void
  /** A line is worth a note: in its own words, at its own time. */
  onNote: (line: Line) => void
}

/** The conversation file of a call, played beside it line by line; without one, the place to drop it. */
export function ConversationPane({ callId, onFiles, onNote }: ConversationPaneProps) {
  const conversation = useQuery(conversationOfCall(callId)).data
  const playback = usePlayback((state) => state.playback)
  const isNew = conversation !== undefined && conversation !== null && playback?.callId !== callId
  useEffect(() => {
    takeUpKept()
    const keep = () => keepOverReload(performance.now())
    window.addEventListener('pagehide', keep)
    return () => window.removeEventListener('pagehide', keep)
  }, [])
  useEffect(() => {
    if (isNew) playOn(callId, performance.now())
  }, [isNew, callId])
  if (conversation === undefined || conversation === null) return <DropHint onFiles={onFiles} />
  if (playback === null || playback.callId !== callId) return null
  return <Player conversation={conversation} playback={playback} onNote={onNote} />
}

interface PlayerProps {
  conversation: Conversation
  playback: Playback
  onNote: (line: Line) => void
}

function Player({ conversation, playback, onNote }: PlayerProps) {
  const { t } = useTranslation('listen')
  const nowMs = useRunningMs(250)
  const positionMs = positionOf(playback, nowMs)
  const heard = heardLines(conversation.lines, positionMs)
  const next = conversation.lines[heard.length]
  const togglePlaying = () => changePlayback({ isPlaying: !playback.isPlaying }, performance.now())
  const skip = () => skipToNextLine(conversation.lines, performance.now())
  const { noted, noteLine, noteNewest } = useLineNotes(conversation, heard, onNote)
  const isShortened = playback.passed.length > 0
  const silences = useMemo(() => silencesOf(conversation.lines), [conversation.lines])
  const toggleSilences = () => changePlayback({ passed: isShortened ? [] : silences }, performance.now())
  const changePace = (pace: Pace) => changePlayback({ pace }, performance.now())
  useKeys('listen', {
    'listen.playPause': togglePlaying,
    'listen.skipLine': skip,
    'listen.noteLine': noteNewest,
    'listen.pace': () => changePace(paces[(paces.indexOf(playback.pace) + 1) % paces.length] ?? 1),
  })
  const lines = useRef<HTMLOListElement>(null)
  useEffect(() => {
    // The panel's own body and nothing around it: in a low window the page scrolls too, and must stay where somebody writes.
    const body = lines.current?.parentElement
    if (heard.length > 0 && body) body.scrollTop = body.scrollHeight
  }, [heard.length])
  useEndInSight(lines)
  return (
    <Panel
      title={conversation.title}
      fill
      flush
      actions={
        <IconButton
          size="small"
          icon={<X />}
          label={t('conversation.detach')}
          onClick={() => void detachConversation(conversation.callId)}
        />
      }
    >
      <div className={styles.bar}>
        <IconButton
          size="small"
          icon={playback.isPlaying ? <Pause /> : <Play />}
          label={playback.isPlaying ? t('conversation.pause') : t('conversation.play')}
          chord={useChord('listen.playPause')}
          onClick={togglePlaying}
          disabled={playback.pace === 'all'}
        />
        <IconButton
          size="small"
          icon={<SkipForward />}
          label={t('conversation.skip')}
          chord={useChord('listen.skipLine')}
          onClick={skip}
          disabled={next === undefined}
        />
        <SegmentedControl
          label={t('conversation.pace')}
          value={String(playback.pace) as `${Pace}`}
          options={paces.map((pace) => ({ value: `${pace}` as const, label: t(`conversation.paces.${pace}`) }))}
          onChange={(value) => changePace(value === 'all' ? 'all' : value === '4' ? 4 : 1)}
        />
        {silences.length === 0 ? null : (
          <Chip selected={isShortened} onSelect={toggleSilences}>
            {t('conversation.shorten')}
          </Chip>
        )}
        <span className={styles.count}>
          {heard.length}/{conversation.lines.length}
        </span>
      </div>
      <ol ref={lines} className={styles.lines} aria-live="off">
        {heard.map((line, index) => (
          <SpokenLine
            // biome-ignore lint/suspicious/noArrayIndexKey: lines are only ever added at the end, and two may say the same at once
            key={index}
            line={line}
            isNoted={noted.has(index)}
            onNote={() => noteLine(index)}
          />
        ))}
      </ol>
      {/* Beside the list: what is announced is no line of it. */}
      <p className={styles.next} role="status">
        {nextWords()}
      </p>
    </Panel>
  )

  function nextWords(): string {
    if (next === undefined) return t('conversation.over')
    if (!playback.isPlaying) return t('conversation.paused')
    const leftMs = waitMs(positionMs, next.atMs, playback.passed) / (playback.pace === 4 ? 4 : 1)
    return leftMs > 3_000 ? t('conversation.nextIn', { time: timecode(leftMs) }) : t('conversation.speaking')
  }
}
