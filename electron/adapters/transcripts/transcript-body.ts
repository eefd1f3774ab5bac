import { secondsOfClock } from '../../../shared/domain/listening/timecode.ts'
import { readCues } from './cues.ts'
import { type LabelledLine, readLine } from './labels.ts'
import { type Parties, unknownVoice, type Voice, voiceOfLabel, voiceOfParty } from './speakers.ts'
import { audible, field, listField, parseJson, textField } from './untrusted.ts'
import type { Utterance } from './utterance.ts'

const SEGMENT_LISTS = ['segments', 'utterances', 'messages', 'turns', 'transcript']
/** No call lasts ten hours: larger numbers are milliseconds in a file that should have said seconds. */
const LONGEST_CALL_SECONDS = 36_000
/** Nor does anybody talk for five minutes at a time, whole seconds each. */
const LONGEST_TURN_SECONDS = 300

/** What was said, from the body of an analysis (transcript or diarized) in the shapes that are about; empty when there is none. */
export function readTranscript(body: unknown, parties: Parties): Utterance[] {
  if (typeof body === 'string') {
    const inside = /^\s*[[{]/u.test(body) ? parseJson(body) : undefined
    return inside !== undefined && typeof inside === 'object'
      ? readTranscript(inside, parties)
      : readText(body, parties)
  }
  const lists = Array.isArray(body) ? [body] : SEGMENT_LISTS.map((name) => listField(body, name))
  for (const list of lists) {
    const said = readSegments(list, parties)
    if (said.length > 0) return said
  }
  const transcript = field(body, 'transcript')
  const text = textField(body, 'transcript', 'text', 'body') ?? textField(transcript, 'text', 'transcript')
  return text === null ? [] : readText(text, parties)
}

function readSegments(segments: readonly unknown[], parties: Parties): Utterance[] {
  const said: Utterance[] = []
  for (const segment of segments) {
    const text =
      typeof segment === 'string' ? segment : textField(segment, 'text', 'transcript', 'message', 'content', 'body')
    if (text !== null && text.trim() !== '')
      said.push({ atMs: startSeconds(segment), voice: voiceOf(segment, parties), text })
  }
  const latest = said.reduce((sofar, { atMs }) => Math.max(sofar, atMs ?? 0), 0)
  const areWhole = said.every(({ atMs }) => atMs === null || Number.isInteger(atMs))
  const isInMs = latest > LONGEST_CALL_SECONDS || (areWhole && latest > LONGEST_TURN_SECONDS * said.length)
  const unitMs = isInMs ? 1 : 1_000
  return said.map((one) => (one.atMs === null ? one : { ...one, atMs: Math.round(one.atMs * unitMs) }))
}

function startSeconds(segment: unknown): number | null {
  for (const name of ['start', 'start_time', 'startTime', 'begin', 'offset', 'timestamp', 'time']) {
    const value = field(segment, name)
    if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return value
    if (typeof value === 'string') {
      const clock = /^(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2}(?:[.,]\d{1,6})?)$|^(\d{1,9}(?:\.\d{1,6})?)$/u.exec(value.trim())
      if (clock?.[4] !== undefined) return Number(clock[4])
      if (clock !== null) return secondsOfClock(clock[1], clock[2], clock[3])
    }
  }
  return null
}

function voiceOf(segment: unknown, parties: Parties): Voice {
  const party = field(segment, 'party')
  if (typeof party === 'number' || (typeof party === 'string' && /^\d{1,4}$/u.test(party)))
    return voiceOfParty(parties, Number(party))
  for (const name of ['role', 'speaker', 'speaker_label', 'speakerLabel', 'participant', 'channel']) {
    const given = field(segment, name)
    const label = typeof given === 'object' ? textField(given, 'role', 'name', 'label', 'id') : given
    if (typeof label === 'string' && label.trim() !== '') return voiceOfLabel(parties, label)
    // Speaker numbers are the recogniser's own, not the parties' numbers.
    if (typeof label === 'number') return { speaker: null, key: `speaker ${label}` }
  }
  return unknownVoice
}

/**
 * Subtitles, or a conversation as people write it down: labels before the words or on a line above, with times or without. A line
 * without a label goes on with the one directly above it; behind a blank line nobody knows whose it is.
 */
function readText(text: string, parties: Parties): Utterance[] {
  const whole = audible(text)
  const cues = readCues(whole, parties)
  if (cues !== null) return cues
  const lines = withoutLoneLabels(
    whole.split('\n').map((line) => (line.trim() === '' ? null : readLine(line, parties))),
  )
  const isMarked = lines.some((line) => line !== null && (line.label !== null || line.atSeconds !== null))
  if (!isMarked) return plainPieces(whole)
  const said: Utterance[] = []
  let voice = unknownVoice
  let isGoingOn = false
  let pendingMs: number | null = null
  for (const line of lines) {
    if (line === null) {
      // A label on a line of its own waits for its words; otherwise a paragraph ends here.
      if (isGoingOn) voice = unknownVoice
      isGoingOn = false
      continue
    }
    const isNew = line.label !== null || line.atSeconds !== null
    if (isNew) {
      voice = line.label === null ? unknownVoice : voiceOfLabel(parties, line.label)
      pendingMs = line.atSeconds === null ? null : line.atSeconds * 1_000
      isGoingOn = false
    }
    if (line.rest === '') continue
    const last = said.at(-1)
    if (isGoingOn && last !== undefined) said[said.length - 1] = { ...last, text: `${last.text}\n${line.rest}` }
    else said.push({ atMs: pendingMs, voice, text: line.rest })
    isGoingOn = true
    pendingMs = null
  }
  return said
}

/** Labels without any sign are labels where there are several different ones: one alone is somebody calling for the «客服». */
function withoutLoneLabels(lines: readonly (LabelledLine | null)[]): (LabelledLine | null)[] {
  const bare = new Set(lines.flatMap((line) => (line?.isBare === true ? (line.label ?? []) : [])))
  if (bare.size > 1) return [...lines]
  return lines.map((line) => (line?.isBare === true ? { ...line, label: null, rest: line.label ?? '' } : line))
}

/** Paragraphs, or lines where there is no blank one. */
const plainPieces = (text: string): Utterance[] =>
  text
    .split(/\n[ \t]*\n/u.test(text) ? /\n[ \t]*\n/u : '\n')
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
    .map((piece) => ({ atMs: null, voice: unknownVoice, text: piece }))
