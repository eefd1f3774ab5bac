import { MOST_LINES } from '../../../shared/contract/limits.ts'
import type { Line } from '../../../shared/contract/listening/conversations.ts'
import { maskAcrossLines, maskIdsAcrossLines } from '../../../shared/domain/listening/masking/across-lines.ts'
import { isCalled, MOST_NAMES_OF_FILE, maskerOfKnown } from '../../../shared/domain/listening/masking/known-names.ts'
import { maskAndHear, maskText } from '../../../shared/domain/listening/masking/mask-text.ts'
import { firstSign } from '../../../shared/text/first-sign.ts'
import { layOut } from './reading-pace.ts'
import {
  type Parties,
  readParties,
  speakerOfLabel,
  tellSpeakers,
  unknownVoice,
  type Voice,
  voiceOfParty,
} from './speakers.ts'
import { ownTimes } from './times.ts'
import { type ToldInLine, toldInLines } from './told-in-lines.ts'
import { readTranscript } from './transcript-body.ts'
import { audible, field, listField, parseJson, textField, textOfBase64 } from './untrusted.ts'
import type { Utterance } from './utterance.ts'

export type VconReading =
  /** `told`: what the masks hid of it that somebody in danger is found by, as it was said, and `names` who was named; for memory alone. */
  | { ok: true; title: string; pace: 'recorded' | 'estimated'; lines: Line[]; told: ToldInLine[]; names: string[] }
  | { ok: false; code: 'not_a_vcon' | 'encrypted' | 'no_text' | 'too_many_lines' }

const LONGEST_LINE = 4_000
const LONGEST_TITLE = 120
const SHORTEST_NAME = 2
const READABLE_MEDIA = ['text/plain', 'text/vtt', 'text/srt', 'application/x-subrip', 'application/srt']
/** Best first. Summaries, sentiments and the like are about the conversation, not of it. */
const TRANSCRIPT_TYPES = ['diarized', 'diarization', 'transcript', 'transcription', 'wtf_transcription']

/**
 * Reads a vCon conversation file: 0.0.1, the current IETF draft, plain or signed. Text dialogs are taken as they are; for the
 * others the best transcript of the analysis. Nothing in the file is trusted: wrong types are passed over. Lines of at most 4,000
 * characters come out, masked; what is longer goes on in the next line, and a file of more lines than are taken is refused whole.
 */
export function readVcon(text: string, fileName: string): VconReading {
  const vcon = openContainer(text)
  if (vcon === 'encrypted' || vcon === 'not_a_vcon') return { ok: false, code: vcon }
  const parties = readParties(listField(vcon, 'parties'))
  const said = readDialogs(vcon, parties)
  if (said.length === 0) return { ok: false, code: 'no_text' }
  if (said.length > MOST_LINES) return { ok: false, code: 'too_many_lines' }
  const times = ownTimes(said)
  const inTime =
    times === null
      ? said
      : said.map((one, index) => ({ ...one, atMs: times[index] ?? 0 })).sort((a, b) => a.atMs - b.atMs)
  const uncut = maskIdsAcrossLines(
    inTime.map((one) => asSaid(one.text)),
    tellSpeakers(
      inTime.map((one) => one.voice),
      parties,
    ),
  )
  const heard = uncut.map(maskAndHear)
  // Of whoever is told by name in one line, the others say no more either. Whom the file itself names comes last: of too many the first ones are forgotten.
  const names = [...new Set([...heard.flatMap((one) => one.names), ...namesOfParties(parties)])].slice(
    -MOST_NAMES_OF_FILE,
  )
  const inOrder = inTime.flatMap((one, of) =>
    linesOf(heard[of]?.text ?? '').map((line) => ({ ...one, of, text: line })),
  )
  if (inOrder.length > MOST_LINES) return { ok: false, code: 'too_many_lines' }
  const told = tellSpeakers(
    inOrder.map((one) => one.voice),
    parties,
  )
  const texts = maskAcrossLines(
    inOrder.map((one) => one.text),
    told,
  )
  const stored = texts.map(maskerOfKnown(names))
  const laidOut = times === null ? layOut(stored) : inOrder.map(({ atMs }) => (atMs ?? 0) - (inOrder[0]?.atMs ?? 0))
  const ownName = fileName.replace(/^.*[\\/]/u, '').replace(/(?:\.vcon)?\.json$|\.vcon$/iu, '')
  // A number that means something to machines alone is no title: then the first words are.
  const subject = withoutNames(textField(vcon, 'subject'), parties)
  const title = [subject, ownName].find(saysSomething) ?? stored[0] ?? ownName
  return {
    ok: true,
    title: tidy(title, LONGEST_TITLE),
    pace: times === null ? 'estimated' : 'recorded',
    lines: stored.map((line, index) => ({
      atMs: laidOut[index] ?? 0,
      ...(told[index] ?? { speaker: 'unknown' }),
      text: line,
    })),
    told: toldInLines(
      inTime.map(({ text }) => asSaid(text)),
      inOrder.map(({ of, text }, index) => ({ of, alone: text, stored: texts[index] ?? '', by: told[index] })),
    ),
    names,
  }
}

/** Whoever speaks is named in a subject without a word for it: Li Hua price complaint. Roles stay. */
const withoutNames = (subject: string | null, { names, speakers }: Parties): string | null =>
  subject &&
  names.reduce<string>((told, name, index) => {
    const at = name === null || name.length < SHORTEST_NAME ? -1 : told.toLowerCase().indexOf(name)
    const isRole = name !== null && speakers[index] !== null && speakerOfLabel(name) !== null
    return at < 0 || name === null || isRole
      ? told
      : `${told.slice(0, at + firstSign(name).length)}*${told.slice(at + name.length)}`
  }, subject)

/** What parties are called, where it is no role. */
const namesOfParties = ({ names }: Parties): string[] => names.flatMap((name) => (name && isCalled(name) ? [name] : []))

const UUID = /[0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12}/giu

const saysSomething = (title: string | null): boolean => /[\p{L}\p{N}]/u.test(title?.replace(UUID, '') ?? '')

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
    container = parseJson(textOfBase64(payload) ?? '')
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
    // Refused already.
    if (said.length > MOST_LINES) break
    const startMs = instantMs(field(dialog, 'start'))
    const body = textBody(dialog)
    if (body !== null) {
      said.push(...at(startMs, isOnlyOne, readMessage(body, dialog, isOnlyOne, parties)))
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

/**
 * The words of a text dialog: a whole conversation where labels name several voices, or it is all the file has; else one message
 * of who sent it, also when it quotes somebody. Of several paragraphs between several people nobody knows who said which.
 */
function readMessage(body: string, dialog: unknown, isOnlyOne: boolean, parties: Parties): Utterance[] {
  const said = readTranscript(body, parties)
  const voices = new Set(said.map(({ voice }) => voice.speaker ?? voice.key))
  voices.delete(null)
  const isTimed = said.some(({ atMs }) => atMs !== null)
  const isBetweenMany = listField(dialog, 'parties').flat().length > 1
  const isConversation =
    voices.size > 1 || (isOnlyOne && (isTimed || voices.size > 0 || (isBetweenMany && said.length > 1)))
  if (!isConversation) return [{ atMs: 0, voice: voiceOfDialog(dialog, parties), text: body }]
  return said.map((one, index) => (index === 0 && one.atMs === null ? { ...one, atMs: 0 } : one))
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
  if (type !== 'text' || !READABLE_MEDIA.some((each) => media.startsWith(each))) return null
  const body = bodyOf(dialog)
  const text = typeof body === 'string' ? body : textField(body, 'text', 'body')
  return text === null || text.trim() === '' ? null : text
}

/** A body after its `encoding`: `none`, `json` (written out or as text), `base64url` or `base64`; undefined when it cannot be read. */
function bodyOf(holder: unknown): unknown {
  const body = field(holder, 'body')
  if (typeof body !== 'string') return body ?? undefined
  switch (textField(holder, 'encoding')?.trim().toLowerCase()) {
    case 'base64url':
    case 'base64':
      return textOfBase64(body) ?? undefined
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

const asSaid = (text: string): string => audible(text).trim()

/** One line, or several of the same moment: a customer who speaks long loses no word. Masked whole, so that no number is parted. */
function linesOf(masked: string): string[] {
  const lines: string[] = []
  let rest = masked
  while (rest.length > LONGEST_LINE) {
    const isHalf = /[\ud800-\udbff]/.test(rest.charAt(LONGEST_LINE - 1))
    const end = isHalf ? LONGEST_LINE - 1 : LONGEST_LINE
    lines.push(rest.slice(0, end))
    rest = rest.slice(end)
  }
  return [...lines, rest]
}

/** Trimmed, masked, never longer than `most`. Masked before it is cut: half a number is not known for one. */
function tidy(text: string, most: number): string {
  const clean = maskText(asSaid(text)).text
  return clean.length <= most ? clean : `${clean.slice(0, most - 1).toWellFormed()}…`
}
