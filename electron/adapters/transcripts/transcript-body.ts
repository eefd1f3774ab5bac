import { type Parties, speakerOfLabel, unknownVoice, type Voice, voiceOfLabel, voiceOfParty } from './speakers.ts'
import { field, listField, parseJson, textField } from './untrusted.ts'

/** One thing said, before speakers and times are settled. `atMs`: from the start of its dialog; null when not said. */
export interface Utterance {
  readonly atMs: number | null
  readonly voice: Voice
  readonly text: string
}

const SEGMENT_LISTS = ['segments', 'utterances', 'messages', 'turns', 'transcript']
const MOST_SEGMENTS = 5_000
/** No call lasts ten hours: larger numbers are milliseconds in a file that should have said seconds. */
const LONGEST_CALL_SECONDS = 36_000

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
  for (const segment of segments.slice(0, MOST_SEGMENTS)) {
    const text =
      typeof segment === 'string' ? segment : textField(segment, 'text', 'transcript', 'message', 'content', 'body')
    if (text !== null && text.trim() !== '')
      said.push({ atMs: startSeconds(segment), voice: voiceOf(segment, parties), text })
  }
  const latest = said.reduce((sofar, { atMs }) => Math.max(sofar, atMs ?? 0), 0)
  const unitMs = latest > LONGEST_CALL_SECONDS ? 1 : 1_000
  return said.map((one) => (one.atMs === null ? one : { ...one, atMs: Math.round(one.atMs * unitMs) }))
}

function startSeconds(segment: unknown): number | null {
  for (const name of ['start', 'start_time', 'startTime', 'begin', 'offset']) {
    const value = field(segment, name)
    if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return value
    if (typeof value === 'string') {
      const clock = /^(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2}(?:[.,]\d{1,6})?)$|^(\d{1,9}(?:\.\d{1,6})?)$/u.exec(value.trim())
      if (clock?.[4] !== undefined) return Number(clock[4])
      if (clock !== null)
        return Number(clock[1] ?? 0) * 3_600 + Number(clock[2]) * 60 + Number((clock[3] ?? '0').replace(',', '.'))
    }
  }
  return null
}

function voiceOf(segment: unknown, parties: Parties): Voice {
  const party = field(segment, 'party')
  if (typeof party === 'number') return voiceOfParty(parties, party)
  for (const name of ['role', 'speaker', 'speaker_label', 'speakerLabel', 'participant', 'channel']) {
    const label = field(segment, name)
    if (typeof label === 'string' && label.trim() !== '') return voiceOfLabel(parties, label.slice(0, 80))
    // Speaker numbers are the recogniser's own, not the parties' numbers.
    if (typeof label === 'number') return { speaker: null, key: `speaker ${label}` }
  }
  return unknownVoice
}

/** Paragraphs (or lines, where there is no blank one), with `Agent: …` labels read when they name a known role or party. */
function readText(text: string, parties: Parties): Utterance[] {
  const whole = text.replace(/\r\n?/gu, '\n')
  const labelled = whole.split('\n').filter((line) => labelOf(line, parties) !== null).length
  const isBlankSeparated = labelled < 2 && /\n[ \t]*\n/u.test(whole)
  return whole
    .split(isBlankSeparated ? /\n[ \t]*\n/u : '\n')
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
    .map((piece) => {
      const label = labelOf(piece, parties)
      return label === null
        ? { atMs: null, voice: unknownVoice, text: piece }
        : { atMs: null, voice: voiceOfLabel(parties, label.name), text: label.rest }
    })
}

function labelOf(line: string, parties: Parties): { name: string; rest: string } | null {
  const match = /^\s*([^:：\n]{1,40})[:：]\s*(\S.*)$/su.exec(line)
  const [, name, rest] = match ?? []
  if (name === undefined || rest === undefined) return null
  const isKnown =
    speakerOfLabel(name) !== null ||
    /^(?:speaker|spk|channel)[\s_-]*\w{1,3}$/iu.test(name.trim()) ||
    parties.names.includes(name.trim().toLowerCase())
  return isKnown ? { name, rest } : null
}
