import type { Line } from '../../../shared/contract/conversations.ts'
import { maskText } from '../../../shared/domain/masking/mask-text.ts'
import { layOut } from './reading-pace.ts'
import { assignSpeakers, type Parties, readParties, unknownVoice, type Voice, voiceOfParty } from './speakers.ts'
import { readTranscript, type Utterance } from './transcript-body.ts'
import { field, listField, parseJson, textField, textOfBase64url } from './untrusted.ts'

export type VconReading =
  | { ok: true; title: string; pace: 'recorded' | 'estimated'; lines: Line[] }
  | { ok: false; code: 'not_a_vcon' | 'encrypted' | 'no_text' }

const MOST_LINES = 5_000
const LONGEST_LINE = 4_000
const LONGEST_TITLE = 120
/** Mail threads may go on for months; a longer one has a wrong date in it. */
const LONGEST_MS = 366 * 86_400_000
/** Best first. Summaries, sentiments and the like are about the conversation, not of it. */
const TRANSCRIPT_TYPES = ['diarized', 'diarization', 'transcript', 'transcription', 'wtf_transcription']

/**
 * Reads a vCon conversation file: 0.0.1, the current IETF draft, plain or signed. Text dialogs are taken as they are; for the
 * others the best transcript of the analysis. Nothing in the file is trusted: wrong types are passed over, at most 5,000 lines
 * of 4,000 characters come out, masked.
 */
export function readVcon(text: string, fileName: string): VconReading {
  const vcon = openContainer(text)
  if (vcon === 'encrypted' || vcon === 'not_a_vcon') return { ok: false, code: vcon }
  const parties = readParties(listField(vcon, 'parties').slice(0, 1_000))
  const said = readDialogs(vcon, parties).slice(0, MOST_LINES)
  if (said.length === 0) return { ok: false, code: 'no_text' }
  const isRecorded = areTimesBelievable(said)
  const inOrder = isRecorded ? said.toSorted((a, b) => (a.atMs ?? 0) - (b.atMs ?? 0)) : said
  const texts = inOrder.map((one) => tidy(one.text, LONGEST_LINE))
  const speakers = assignSpeakers(inOrder.map((one) => one.voice))
  const firstMs = inOrder[0]?.atMs ?? 0
  const times = isRecorded ? inOrder.map((one) => (one.atMs ?? 0) - firstMs) : layOut(texts)
  const title =
    textField(vcon, 'subject') ?? fileName.replace(/^.*[\\/]/u, '').replace(/(?:\.vcon)?\.json$|\.vcon$/iu, '')
  return {
    ok: true,
    title: tidy(title, LONGEST_TITLE),
    pace: isRecorded ? 'recorded' : 'estimated',
    lines: texts.map((line, index) => ({ atMs: times[index] ?? 0, speaker: speakers[index] ?? 'other', text: line })),
  }
}

/** Every line has a time, they are not all the same, and the whole is no longer than any conversation. */
function areTimesBelievable(said: readonly Utterance[]): boolean {
  const times = said.map((one) => one.atMs).filter((atMs) => atMs !== null)
  if (times.length < said.length) return false
  const first = times.reduce((sofar, atMs) => Math.min(sofar, atMs), Number.POSITIVE_INFINITY)
  const last = times.reduce((sofar, atMs) => Math.max(sofar, atMs), 0)
  return last - first <= LONGEST_MS && (last > first || said.length === 1)
}

/** The vCon itself, out of its signed envelope when there is one. A signature is not checked: we only read. */
function openContainer(text: string): unknown | 'encrypted' | 'not_a_vcon' {
  const compact = text.trim()
  if (/^[\w-]+\.[\w-]*\.[\w-]+\.[\w-]+\.[\w-]+$/u.test(compact)) return 'encrypted'
  let container = parseJson(compact.replace(/^\ufeff/u, ''))
  // A signed vCon may hold an encrypted one or the other way round; more envelopes than this nobody makes.
  for (let depth = 0; depth < 3; depth++) {
    if (typeof field(container, 'ciphertext') === 'string') return 'encrypted'
    const payload = field(container, 'payload')
    const isSigned = Array.isArray(field(container, 'signatures')) || typeof field(container, 'signature') === 'string'
    if (typeof payload !== 'string' || !isSigned) break
    container = parseJson(textOfBase64url(payload) ?? '')
  }
  const isVcon =
    typeof field(container, 'vcon') === 'string' ||
    (Array.isArray(field(container, 'parties')) && Array.isArray(field(container, 'dialog')))
  return isVcon ? container : 'not_a_vcon'
}

/** What was said in all dialogs. Times are from 1970 where the file has them, so that dialogs fall into their order. */
function readDialogs(vcon: unknown, parties: Parties): Utterance[] {
  const dialogs = listField(vcon, 'dialog')
  const transcripts = bestTranscripts(vcon)
  const isOnlyOne = dialogs.length <= 1
  const said: Utterance[] = []
  for (const [index, dialog] of dialogs.entries()) {
    if (said.length >= MOST_LINES) break
    const startMs = instantMs(field(dialog, 'start'))
    const body = textBody(dialog)
    if (body !== null) {
      const spoken = isOnlyOne ? readTranscript(body, parties) : []
      if (spoken.length > 1) said.push(...spoken)
      else said.push({ atMs: startMs, voice: voiceOfDialog(dialog, parties), text: body })
      continue
    }
    const transcript = transcripts.get(index)
    if (transcript !== undefined) said.push(...at(startMs, isOnlyOne, readTranscript(transcript, parties)))
  }
  if (said.length > 0) return said
  // An analysis that names no dialog, or one the file does not hold.
  for (const transcript of transcripts.values()) {
    const spoken = readTranscript(transcript, parties)
    if (spoken.length > 0) return spoken
  }
  return []
}

/** A dialog's own times are enough when there is no other dialog to be put in order with. */
function at(startMs: number | null, isOnlyOne: boolean, said: readonly Utterance[]): Utterance[] {
  const baseMs = isOnlyOne ? 0 : startMs
  return said.map((one) => ({ ...one, atMs: one.atMs === null || baseMs === null ? null : baseMs + one.atMs }))
}

/** The body of the best transcript per dialog number; -1 for one that names no dialog. */
function bestTranscripts(vcon: unknown): Map<number, unknown> {
  const best = new Map<number, { rank: number; body: unknown }>()
  for (const analysis of listField(vcon, 'analysis')) {
    const type = textField(analysis, 'type')?.toLowerCase() ?? ''
    const body = bodyOf(analysis)
    if (!TRANSCRIPT_TYPES.includes(type) || body === undefined) continue
    // With speakers and times before a bare text, whatever the two are called.
    const rank = (typeof body === 'object' && hasSegments(body) ? 0 : 10) + TRANSCRIPT_TYPES.indexOf(type)
    const dialog = first(field(analysis, 'dialog'))
    const index = typeof dialog === 'number' ? dialog : -1
    const before = best.get(index)
    if (before === undefined || rank < before.rank) best.set(index, { rank, body })
  }
  return new Map([...best].map(([index, { body }]) => [index, body]))
}

const hasSegments = (body: unknown): boolean =>
  Array.isArray(body) ||
  ['segments', 'utterances', 'messages', 'turns'].some((name) => listField(body, name).length > 0)

/** The words of a text dialog; null for recordings, other media and empty bodies. */
function textBody(dialog: unknown): string | null {
  const media = textField(dialog, 'mediatype', 'mimetype')?.toLowerCase() ?? 'text/plain'
  const type = textField(dialog, 'type') ?? 'text'
  if (type !== 'text' || !media.startsWith('text/plain')) return null
  const body = bodyOf(dialog)
  const text = typeof body === 'string' ? body : textField(body, 'text', 'body')
  return text === null || text.trim() === '' ? null : text
}

/** A body after its `encoding`: `none`, `json` (written out or as text) or `base64url`; undefined when it cannot be read. */
function bodyOf(holder: unknown): unknown {
  const body = field(holder, 'body')
  if (typeof body !== 'string') return body ?? undefined
  switch (textField(holder, 'encoding')) {
    case 'base64url':
      return textOfBase64url(body) ?? undefined
    case 'json':
      return parseJson(body) ?? body
    default:
      return body
  }
}

function voiceOfDialog(dialog: unknown, parties: Parties): Voice {
  const originator = field(dialog, 'originator') ?? first(field(dialog, 'parties'))
  return typeof originator === 'number' ? voiceOfParty(parties, originator) : unknownVoice
}

/** The draft lets many things be one value or a list; lists may hold lists (one per channel). */
function first(value: unknown): unknown {
  const outer = Array.isArray(value) ? value[0] : value
  return Array.isArray(outer) ? outer[0] : outer
}

function instantMs(value: unknown): number | null {
  const ms = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Number.isNaN(ms) ? null : ms
}

/** Without control characters, trimmed, masked, never longer than `most`. Masked before it is cut: half a number is not known for one. */
function tidy(text: string, most: number): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  const clean = maskText(text.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/gu, '').trim()).text
  return clean.length <= most ? clean : `${clean.slice(0, most - 1).toWellFormed()}…`
}
