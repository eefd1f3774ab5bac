import { secondsOfClock } from '../../../shared/domain/listening/timecode.ts'
import { readLine } from './labels.ts'
import { type Parties, unknownVoice, voiceOfLabel } from './speakers.ts'
import type { Utterance } from './utterance.ts'

/** `00:01.000 --> 00:02.000` of WebVTT and SRT, `0:00:01.000,0:00:02.000` of SBV. */
const CUE_TIME =
  /^\s*(?:(\d{1,3}):)?(\d{1,2}):(\d{2})(?:[.,](\d{1,3}))?(?:\s*-->\s*(?:\d{1,3}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?|,\d{1,3}:\d{2}:\d{2}\.\d{1,3}\s*$)/u
/** Blocks of WebVTT that say nothing. */
const SILENT = /^\s*(?:NOTE|STYLE|REGION)(?:\s|$)/u
const VOICE = /<v(?:\.[^\s>]*)?\s+([^>]{1,80})>/gu
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', nbsp: ' ', quot: '"', apos: "'" }

/**
 * Subtitles, WebVTT, SRT or SBV: null when the text is none of them. Cues part at their times, with or without a blank line
 * before; what stands behind a blank line and is no note of the file is still said.
 */
export function readCues(text: string, parties: Parties): Utterance[] | null {
  const lines = text.split('\n')
  const starts = lines.flatMap((line, index) => (CUE_TIME.test(line) ? [index] : []))
  const [first] = starts
  if (first === undefined) return null
  const hasCounters = isCounter(lines[first - 1])
  return starts.flatMap((start, cue) => {
    const next = starts[cue + 1]
    const end = next === undefined ? lines.length : next - (isNameOfCue(lines, next, hasCounters) ? 1 : 0)
    return readPayload(saidOf(lines.slice(start + 1, end)), startMs(lines[start] ?? ''), parties)
  })
}

const isCounter = (line = ''): boolean => /^\s*\d{1,6}\s*$/u.test(line)

/** The line above a time: a cue's number or name, which stands behind a blank line; numbers also without one. */
function isNameOfCue(lines: readonly string[], time: number, hasCounters: boolean): boolean {
  const name = lines[time - 1]?.trim() ?? ''
  const above = lines[time - 2]?.trim() ?? ''
  return name !== '' && ((hasCounters && isCounter(name)) || above === '')
}

function saidOf(lines: readonly string[]): string {
  const said: string[] = []
  let isSilent = false
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') isSilent = false
    else if ((lines[index - 1] ?? '').trim() === '' && SILENT.test(line)) isSilent = true
    if (!isSilent && line.trim() !== '') said.push(line)
  }
  return said.join('\n')
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

const plainText = (text: string): string => withoutEntities(text.replace(/<[^<>]{0,200}>/gu, ''))

/** `&amp;`, `&#39;`: as pages write signs. */
export const withoutEntities = (text: string): string =>
  text.replace(/&(?:#(\d{1,6}|x[\da-f]{1,5})|(lt|gt|amp|nbsp|quot|apos));/giu, entity)

function entity(_: string, code: string | undefined, name: string | undefined): string {
  return code === undefined ? (ENTITIES[name?.toLowerCase() ?? ''] ?? '') : String.fromCodePoint(Number(`0${code}`))
}
