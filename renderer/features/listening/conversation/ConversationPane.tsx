import { useQuery } from '@tanstack/react-query'
import { Pause, Play, SkipForward, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conversation, Line } from '../../../../shared/contract/listening/conversations.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { timecode } from '../../../lib/formats.ts'
import { useRunningMs } from '../../../lib/now.ts'
import { useChord, useKeys } from '../../../lib/use-keys.tsx'
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
  type Pace,
  type Playback,
  paces,
  play,
  positionOf,
  skipToNextLine,
  usePlayback,
} from './playback.ts'

/** The conversation file of a call, played beside it line by line; without one, the place to drop it. */
export function ConversationPane({ callId, onFile }: { callId: Id; onFile: (file: File) => void }) {
  const conversation = useQuery(conversationOfCall(callId)).data
  const playback = usePlayback((state) => state.playback)
  const isNew = conversation !== undefined && conversation !== null && playback?.callId !== callId
  useEffect(() => {
    if (isNew) play(callId, performance.now())
  }, [isNew, callId])
  if (conversation === undefined || conversation === null) return <DropHint onFile={onFile} />
  if (playback === null || playback.callId !== callId) return null
  return <Player conversation={conversation} playback={playback} />
}

function Player({ conversation, playback }: { conversation: Conversation; playback: Playback }) {
  const { t } = useTranslation('listen')
  const nowMs = useRunningMs(250)
  const positionMs = positionOf(playback, nowMs)
  const heard = heardLines(conversation.lines, positionMs)
  const next = conversation.lines[heard.length]
  const togglePlaying = () => changePlayback({ isPlaying: !playback.isPlaying }, performance.now())
  const skip = () => skipToNextLine(conversation.lines, performance.now())
  const changePace = (pace: Pace) => changePlayback({ pace }, performance.now())
  useKeys('listen', {
    'listen.playPause': togglePlaying,
    'listen.skipLine': skip,
    'listen.pace': () => changePace(paces[(paces.indexOf(playback.pace) + 1) % paces.length] ?? 1),
  })
  const end = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (heard.length > 0) end.current?.scrollIntoView({ block: 'end' })
  }, [heard.length])
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
        <span className={styles.count}>
          {heard.length}/{conversation.lines.length}
        </span>
      </div>
      <ol className={styles.lines} aria-live="off">
        {heard.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are only ever added at the end, and two may say the same at once
          <li key={index} className={styles.line} data-speaker={line.speaker}>
            <span className={styles.who}>
              {speakerWords(line)} <span className="figures">{timecode(line.atMs)}</span>
            </span>
            <p className={styles.words}>{line.text}</p>
          </li>
        ))}
        <li ref={end} className={styles.next} role="status">
          {nextWords()}
        </li>
      </ol>
    </Panel>
  )

  /** Voices nobody named are told apart by number. */
  function speakerWords({ speaker, voice }: Line): string {
    return voice === undefined ? t(`conversation.speaker.${speaker}`) : t('conversation.voice', { number: voice })
  }

  function nextWords(): string {
    if (next === undefined) return t('conversation.over')
    if (!playback.isPlaying) return t('conversation.paused')
    const waitMs = (next.atMs - positionMs) / (playback.pace === 4 ? 4 : 1)
    return waitMs > 3_000 ? t('conversation.nextIn', { time: timecode(waitMs) }) : t('conversation.speaking')
  }
}
