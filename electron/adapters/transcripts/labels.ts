import { secondsOfClock } from '../../../shared/domain/listening/timecode.ts'
import { type Parties, speakerOfLabel } from './speakers.ts'

/** What stands before the words of a line: who speaks, and when. `rest` is empty for a label that has a line of its own. */
export interface LabelledLine {
  readonly label: string | null
  readonly atSeconds: number | null
  readonly rest: string
  /** Nothing but the label, without sign or time: «客服» may as well be what somebody said. */
  readonly isBare: boolean
}

/** `1:02`, `00:01:02.5`, `9:01:02 PM`; of an instant its zone too, `09:01:02+08:00`, `01:01:02Z`. */
const TIME = String.raw`(?:(\d{1,2}):)?(\d{1,3}):(\d{2}(?:[.,]\d{1,9})?)(?:\s?([ap])\.?m\b\.?)?(?:Z\b|[+-]\d{2}:?\d{2}(?![:\d]))?`
/** Bounded: a pattern that may take any number of blanks in several places takes for ever over many. */
const GAP = '\\s{0,9}'
const OPEN = '[\\[(（【「<〔{《『〖［]'
const CLOSE = '[\\])）】」>〕}》』〗］]'
/** The time of day is enough: times count from the first line. */
const DAY = '(?:\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}[T ]{1,2})?'

/** Marks of lists and quotes, `- Agent: …`, `> 客服：…`, `## 客服`, `1. Agent: …`. */
const LIST_MARK = /^(?:[-–•>]\s+|#{1,6}\s+|\*\s+|\d{1,3}[.、)]\s*(?=\D))+/u
/** `**Agent:** …`, `__客服__：…`. */
const EMPHASIS = /^(\*\*|__|\*|_)(?=\S)(.{1,60}?)\1/u

const TIME_FIRST = new RegExp(
  `^${OPEN}?${GAP}${DAY}${TIME}${GAP}(?:-+>?${GAP}${TIME})?${GAP}${CLOSE}?[\\s|,，–—-]*`,
  'iu',
)
const TIME_LAST = new RegExp(`[\\s|,，@]*${OPEN}?${GAP}${DAY}${TIME}${GAP}${CLOSE}?$`, 'iu')
/** `[Agent] …`, `【客服 00:12】…` */
const IN_BRACKETS = new RegExp(
  `^${OPEN}${GAP}([^\\[\\]()（）【】「」<>〔〕{}《》『』〖〗［］]{1,60}?)${GAP}${CLOSE}${GAP}[:：]?${GAP}(.*)$`,
  'su',
)
/** `Agent (00:12): …`, `说话人 1 00:12` */
const BEFORE_TIME = new RegExp(
  `^([^:：\\n]{1,60}?${GAP}${OPEN}?${GAP}${DAY}${TIME}${GAP}${CLOSE}?)(?:${GAP}[:：]|\\s|$)${GAP}(.*)$`,
  'isu',
)
/** `Agent: …`; not the colon inside a time. */
const BEFORE_COLON = /^([^:：\n]{1,60}?)\s{0,9}[:：](?!(?<=\d[:：])\d{2}(?:\D|$))\s{0,9}(.*)$/su
const TIME_IN_BRACKETS = new RegExp(`^${OPEN}${GAP}${TIME}${GAP}${CLOSE}${GAP}[:：]?${GAP}`, 'iu')
const IN_BRACKETS_LAST = new RegExp(`^[^()（）[\\]【】<>「」]{0,60}${OPEN}[^()（）[\\]【】<>「」]{1,60}${CLOSE}$`, 'u')
const LONGEST_HEAD = 80

/** Reads a line of a written-down conversation. A label counts when it names a known role, a party, or a numbered speaker. */
export function readLine(line: string, parties: Parties): LabelledLine {
  const plain = withoutMarks(line.trim())
  const first = TIME_FIRST.exec(plain)
  const atSeconds = first === null ? null : secondsOf(first)
  const words = first === null ? plain : withoutMarks(plain.slice(first[0].length))
  for (const pattern of [IN_BRACKETS, BEFORE_TIME, BEFORE_COLON]) {
    const match = pattern.exec(words)
    const found = match === null ? null : nameAndTime(match[1] ?? '', parties)
    const rest = (match?.at(-1) ?? '').replace(/^(?:\*\*|__)\s*/u, '')
    if (found !== null) return labelled(found, atSeconds, rest)
  }
  if (words.length <= LONGEST_HEAD && mayBeBare(words) && isKnownLabel(words, parties))
    return { label: words, atSeconds, rest: '', isBare: atSeconds === null }
  // Without a label the line stays as it was written, list marks and all.
  return { label: null, atSeconds, rest: first === null ? line.trim() : words, isBare: false }
}

/** `Agent`, `Anna (Agent)`; in «Agent> Hello» nothing is put in brackets. */
const mayBeBare = (words: string): boolean => !/[()（）[\]【】<>「」]/u.test(words) || IN_BRACKETS_LAST.test(words)

/** Only the start is looked at: no label is longer. */
function withoutMarks(text: string): string {
  const head = text.slice(0, LONGEST_HEAD).replace(LIST_MARK, '').replace(EMPHASIS, '$2')
  return `${head}${text.slice(LONGEST_HEAD)}`
}

function labelled(found: Name, atSeconds: number | null, rest: string): LabelledLine {
  // `[客服] (00:12) 您好`: a time behind the label is no word.
  const time = atSeconds === null && found.atSeconds === null ? TIME_IN_BRACKETS.exec(rest) : null
  return {
    label: found.label,
    atSeconds: atSeconds ?? found.atSeconds ?? (time === null ? null : secondsOf(time)),
    rest: time === null ? rest : rest.slice(time[0].length),
    isBare: false,
  }
}

interface Name {
  label: string
  atSeconds: number | null
}

function nameAndTime(text: string, parties: Parties): Name | null {
  const time = TIME_LAST.exec(text)
  const label = (time === null ? text : text.slice(0, time.index)).trim().replace(/^[*_]+|[*_]+$/gu, '')
  if (!isKnownLabel(label, parties)) return null
  return { label, atSeconds: time === null ? null : secondsOf(time) }
}

function secondsOf([, hours, minutes, seconds, half]: RegExpExecArray): number {
  const isAfternoon = half?.toLowerCase() === 'p'
  const hour = half === undefined || hours === undefined ? hours : String((Number(hours) % 12) + (isAfternoon ? 12 : 0))
  return secondsOfClock(hour, minutes, seconds)
}

function isKnownLabel(label: string, parties: Parties): boolean {
  return (
    speakerOfLabel(label) !== null ||
    /^(?:speaker|spk|channel|participant|说话人|发言人|說話人|声道)[\s_-]*[\p{L}\p{N}]{1,3}$/iu.test(label) ||
    parties.names.includes(label.toLowerCase())
  )
}
