import { readCues, withoutEntities } from './cues.ts'
import { type LabelledLine, readLine } from './labels.ts'
import { inMs, type TimedSegment, timeOf } from './segment-times.ts'
import { type Parties, unknownVoice, type Voice, voiceOfLabel, voiceOfParty } from './speakers.ts'
import { audible, field, listField, parseJson, textField } from './untrusted.ts'
import type { Utterance } from './utterance.ts'

const SEGMENT_LISTS = ['segments', 'utterances', 'messages', 'turns', 'transcript']
const DAY_SECONDS = 86_400
const PAGE_TAG =
  /<\/?(?:[bisuap]|strong|em|span|font|small|mark|code|h[1-6]|br|div|li|ul|ol|table|tbody|tr|td|th|blockquote|body|html|tt)(?:\s{1,3}[a-z:-]{1,40}=(?:"[^"<>]{0,200}"|'[^'<>]{0,200}')){0,9}\s?\/?>/iu
const LINE_TAG = /<(?:br\s?\/?|\/(?:p|div|li|tr|h[1-6]|blockquote))>/giu

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
  const said: TimedSegment[] = []
  for (const segment of segments) {
    const text =
      typeof segment === 'string' ? segment : textField(segment, 'text', 'transcript', 'message', 'content', 'body')
    if (text !== null && text.trim() !== '')
      said.push({ time: timeOf(segment), voice: voiceOf(segment, parties), text })
  }
  return inMs(said)
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
  const written = audible(text)
  const cues = readCues(written, parties)
  if (cues !== null) return cues
  const whole = withoutTags(written)
  const lines = withoutLoneLabels(
    whole.split('\n').map((line) => (line.trim() === '' ? null : readLine(line, parties))),
  )
  const isMarked = lines.some((line) => line !== null && (line.label !== null || line.atSeconds !== null))
  if (!isMarked) return plainPieces(whole)
  const said: Utterance[] = []
  let voice = unknownVoice
  let isGoingOn = false
  let pendingMs: number | null = null
  let timeMs: number | null = null
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
      pendingMs = line.atSeconds === null ? null : pastMidnight(line.atSeconds, timeMs)
      timeMs = pendingMs ?? timeMs
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

/** `<b>Agent:</b>`: of a text that was a page. Only tags of pages: `<Customer> …` is a label. */
function withoutTags(text: string): string {
  if (!PAGE_TAG.test(text)) return text
  return withoutEntities(text.replace(LINE_TAG, '\n').replace(new RegExp(PAGE_TAG, 'giu'), ''))
}

/** A conversation goes on behind midnight. */
function pastMidnight(seconds: number, beforeMs: number | null): number {
  const days = beforeMs === null ? 0 : Math.max(0, Math.round((beforeMs / 1_000 - seconds) / DAY_SECONDS))
  return Math.round((seconds + days * DAY_SECONDS) * 1_000)
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
