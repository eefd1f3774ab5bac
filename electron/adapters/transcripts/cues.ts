import { secondsOfClock } from '../../../shared/domain/listening/timecode.ts'
import { readLine } from './labels.ts'
import { type Parties, unknownVoice, voiceOfLabel } from './speakers.ts'
import type { Utterance } from './utterance.ts'

const CUE_TIME =
  /^\s*(?:(\d{1,3}):)?(\d{1,2}):(\d{2})(?:[.,](\d{1,3}))?\s*-->\s*(?:\d{1,3}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?/u
const VOICE = /<v(?:\.[^\s>]*)?\s+([^>]{1,80})>/gu
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', nbsp: ' ', quot: '"', apos: "'" }

/** Subtitles, WebVTT or SRT: null when the text is neither. Blocks of notes and styles have no time and say nothing. */
export function readCues(text: string, parties: Parties): Utterance[] | null {
  if (!/^\s*WEBVTT(?:\s|$)/u.test(text) && !/-->/u.test(text)) return null
  const said: Utterance[] = []
  let hasCues = false
  for (const block of text.split(/\n[ \t]*\n/u)) {
    const lines = block.split('\n')
    const at = lines.findIndex((line) => CUE_TIME.test(line))
    if (at < 0) continue
    hasCues = true
    said.push(...readPayload(lines.slice(at + 1).join('\n'), startMs(lines[at] ?? ''), parties))
  }
  return hasCues ? said : null
}

function startMs(line: string): number {
  const [, hours, minutes, seconds, part = '0'] = CUE_TIME.exec(line) ?? []
  return secondsOfClock(hours, minutes, seconds) * 1_000 + Number(part.padEnd(3, '0'))
}

/** A cue may hold several voices, as tags or as labels of its lines; a line without one goes on with the voice before it. */
function readPayload(payload: string, atMs: number, parties: Parties): Utterance[] {
  const said: Utterance[] = []
  let from = 0
  let voice = unknownVoice
  const add = (piece: string) => {
    for (const line of plainText(piece).split('\n')) {
      const read = readLine(line, parties)
      // In subtitles a lone «客服» is what somebody said.
      const { label, rest } = read.isBare ? { label: null, rest: line.trim() } : read
      if (label !== null) voice = voiceOfLabel(parties, label)
      const last = said.at(-1)
      if (rest === '') continue
      if (label === null && last !== undefined && last.voice === voice)
        said[said.length - 1] = { ...last, text: `${last.text}\n${rest}` }
      else said.push({ atMs, voice, text: rest })
    }
  }
  for (const tag of payload.matchAll(VOICE)) {
    add(payload.slice(from, tag.index))
    voice = voiceOfLabel(parties, plainText(tag[1] ?? ''))
    from = tag.index + tag[0].length
  }
  add(payload.slice(from))
  return said
}

const plainText = (text: string): string =>
  text.replace(/<[^<>]{0,200}>/gu, '').replace(/&(?:#(\d{1,6}|x[\da-f]{1,5})|(lt|gt|amp|nbsp|quot|apos));/giu, entity)

function entity(_: string, code: string | undefined, name: string | undefined): string {
  return code === undefined ? (ENTITIES[name?.toLowerCase() ?? ''] ?? '') : String.fromCodePoint(Number(`0${code}`))
}
