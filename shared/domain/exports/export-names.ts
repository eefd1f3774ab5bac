import type { Instant } from '../instants.ts'
import { dateOf, timeOf } from '../wall-clock.ts'

/** UTF-16 units of a whole name without a mark. 80 Chinese characters are 240 bytes, below the 255 that file systems allow. */
const LONGEST_NAME = 80
/** Device names that Windows keeps for itself, with any ending after a dot. */
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i
/** Forbidden by Windows and SMB; `_` too, because it separates the parts of our names. */
const FORBIDDEN = /[<>:"/\\|?*_]/gu
/** Unseen characters: controls, zero width, and those that turn the writing direction to disguise an ending. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu

/** By kind and language of the file; `all` where its scope says nothing, null where it has none. */
const NAME_WORDS = {
  tickets: { zh: { head: '听线工单_', all: '全部' }, en: { head: 'Earshot-tickets_', all: 'All' } },
  minutes: { zh: { head: '听线纪要_', all: '现场会' }, en: { head: 'Earshot-minutes_', all: 'meeting' } },
  thanks: { zh: { head: '听线谢谢坐席', all: null }, en: { head: 'Earshot-thanks', all: null } },
} as const

/** Makes any text a harmless part of a file name on Windows, macOS, Linux and SMB shares; `whenEmpty` when nothing is left. */
export function safeNamePart(text: string, maxLength = 40, whenEmpty = '全部'): string {
  const plain = text
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(UNSEEN, '')
    .replace(FORBIDDEN, '-')
    .replace(/^[. ~$]+/u, '')
  const cut = cutToLength(plain, maxLength).replace(/[. ]+$/u, '')
  if (cut === '') return whenEmpty
  return RESERVED.test(cut) ? `-${cut}`.slice(0, maxLength) : cut
}

/**
 * `听线工单_<scope>_<yyyy-MM-dd>_<HHmm>_<nn>.<ext>`, in English `Earshot-tickets_…`, never longer than 80; minutes are `听线纪要_第3通_…`, thanks
 * `听线谢谢坐席_…`. Date and time keep a new export from meeting an
 * old one that somebody has open; `sequence` tells apart those of one minute.
 */
export function exportFileName(facts: NameFacts): string {
  return nameOf(NAME_WORDS[facts.kind ?? 'tickets'][facts.language], facts)
}

interface NameFacts {
  /** Of tickets where it is left out. */
  kind?: keyof typeof NAME_WORDS
  scope: string
  /** Of the file: who reads no Chinese finds it all the same. */
  language: 'zh' | 'en'
  at: Instant
  timeZone: string
  sequence: number
  extension: string
}

function nameOf({ head, all }: { head: string; all: string | null }, facts: NameFacts): string {
  const time = timeOf(facts.at, facts.timeZone).replace(':', '')
  const ending = facts.extension.toLowerCase().replace(/[^a-z0-9]/g, '')
  const tail = `_${dateOf(facts.at, facts.timeZone)}_${time}_${String(facts.sequence).padStart(2, '0')}.${ending}`
  if (all === null) return `${head}${tail}`
  return `${head}${safeNamePart(facts.scope, LONGEST_NAME - head.length - tail.length, all)}${tail}`
}

/** `听线履责_<year>_<yyyy-MM-dd>_<HHmm>_01.xlsx`, in English `Earshot-duty_…`: nobody's open file is meant by it. */
export const dutyFileName = ({
  year,
  language,
  at,
  timeZone,
}: {
  year: number
  language: 'zh' | 'en'
  at: Instant
  timeZone: string
}): string =>
  `${language === 'zh' ? '听线履责' : 'Earshot-duty'}_${year}_${dateOf(at, timeZone)}_${timeOf(at, timeZone).replace(':', '')}_01.xlsx`

/**
 * The name with the console's mark, `…_01_k7qf.xlsx`: on a shared drive where nothing else keeps two consoles from taking the same
 * name, each has its own.
 */
export function markedName(fileName: string, mark: string): string {
  const dot = fileName.lastIndexOf('.')
  return `${fileName.slice(0, dot)}_${mark}${fileName.slice(dot)}`
}

/** Stands in the ledger where a file was called by words that are not told any more. */
const NAME_GONE = { zh: '名称不再保留', en: 'name-not-kept' } as const
/** Of a file of tickets: what stands before and behind its scope. */
const OF_TICKETS = /^(听线工单_|Earshot-tickets_).*(_\d{4}-\d{2}-\d{2}_\d{4}_\d{2,}(?:_[a-z0-9]{4})?\.[a-z0-9]+)$/su

/** The name of a file of tickets without what it was called. */
export const namelessFile = (fileName: string, language: 'zh' | 'en'): string =>
  fileName.replace(OF_TICKETS, `$1${NAME_GONE[language]}$2`)

/** In its folder it is called otherwise. */
export const isNameless = (fileName: string): boolean =>
  Object.values(NAME_GONE).some((gone) => OF_TICKETS.test(fileName) && fileName.split('_')[1] === gone)

/** Names that are one on some drive: those of Windows and macOS know no case and more than one way to write a character. */
export const foldedName = (fileName: string): string => fileName.normalize('NFC').toLowerCase()

/** The name as the ledger compares it: whether it got a mark on its drive makes no other export of it. */
export const ledgerName = (fileName: string): string =>
  foldedName(fileName).replace(/(_\d{4}_\d{2,})_[a-z0-9]{4}(\.[a-z0-9]+)$/u, '$1$2')

/** Whole characters only: half a surrogate pair in a name cannot be written on some shares. */
function cutToLength(text: string, maxLength: number): string {
  let length = 0
  let cut = ''
  for (const character of text) {
    length += character.length
    if (length > maxLength) break
    cut += character
  }
  return cut
}
