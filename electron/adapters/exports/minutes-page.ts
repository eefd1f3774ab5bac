import type { MeetingLine, Minutes } from '../../../shared/contract/meetings/meetings.ts'
import { maskedByRules } from '../../../shared/domain/listening/masking/mask-by-rules.ts'
import { maskBesideStaffByRules } from '../../../shared/domain/listening/masking/names-of-staff.ts'
import { timecode } from '../../../shared/domain/listening/timecode.ts'
import { ticketName } from '../../../shared/domain/tickets/ticket-name.ts'
import { dateOf, timeOf } from '../../../shared/domain/wall-clock.ts'
import { offsetName } from '../../../shared/domain/zone-shifts.ts'
import type { FileLanguage } from './export-words.ts'
import { escapeMarkdown } from './markdown-writer.ts'

const WORDS = {
  zh: {
    title: (number: number) => `现场会纪要 · 第 ${number} 通`,
    scope: (number: number) => `第${number}通`,
    ran: (minutes: number) => `${minutes} 分钟`,
    attendees: '与会人：',
    none: '没有记与会人',
    namesGone: (on: string) => `姓名 ${on} 按保留期限删除了`,
    wordsGone: (until: string, on: string) => `会上的话和原声保留到 ${until}，${on} 按保留期限删除了。`,
    between: '、',
    voices: '顾客原声',
    noVoices: '没有原声',
    heads: ['做什么', '谁', '什么时候之前', '成为'],
    nobody: '还没有人',
    open: '未定',
    decision: '决定',
    gone: '工单已收回',
    solved: '现场解决',
  },
  en: {
    title: (number: number) => `Minutes of the meeting about call ${number}`,
    scope: (number: number) => `call-${number}`,
    ran: (minutes: number) => `${minutes} min`,
    attendees: 'Who was there: ',
    none: 'nobody noted',
    namesGone: (on: string) => `the names were deleted on ${on} because they were kept long enough`,
    wordsGone: (until: string, on: string) =>
      `What was said here and the customer’s words were kept until ${until}, and deleted on ${on}.`,
    between: ', ',
    voices: 'The customer’s words',
    noVoices: 'none noted',
    heads: ['What', 'Who', 'By when', 'Became'],
    nobody: 'nobody yet',
    open: 'open',
    decision: 'decision',
    gone: 'ticket withdrawn',
    solved: 'Solved on the spot',
  },
} as const

/** Masked when it was stored; once more on the way out, because a file on a share cannot be called back. */
const said = (text: string): string => inOneLine(maskedByRules(text.toWellFormed()).text)
/** Who sat there and who does it stays to be read. */
const named = (name: string): string => inOneLine(maskBesideStaffByRules(name.toWellFormed()))
const inOneLine = (text: string): string => escapeMarkdown(text.replace(/\s*[\r\n]+\s*/g, ' ')).trim()

/** What the file name says the minutes are of. */
export const minutesScope = (callNumber: number, language: FileLanguage): string => WORDS[language].scope(callNumber)

/** The minutes of one meeting as one page: what the printed page says. `timeZone`: of the room in which it was held. */
export function minutesPage({ meeting, voices }: Minutes, language: FileLanguage, timeZone: string): string {
  const words = WORDS[language]
  const minutes = Math.max(1, Math.round((meeting.ranMs ?? meeting.elapsedMs) / 60_000))
  const zone = offsetName(meeting.startedAt, timeZone)
  const when = `${dateOf(meeting.startedAt, timeZone)} ${timeOf(meeting.startedAt, timeZone)} (${zone})`
  const { wordsGone } = meeting
  const goneOn = wordsGone === null ? null : dateOf(wordsGone.goneAt, timeZone)
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const facts = [
    `${when} · ${words.ran(minutes)}`,
    meeting.callReference === null ? null : said(meeting.callReference),
    `${words.attendees}${meeting.attendees.map(named).join(words.between) || (goneOn === null ? words.none : words.namesGone(goneOn))}`,
    meeting.solvedAt === null ? null : words.solved,
    wordsGone === null || goneOn === null ? null : words.wordsGone(wordsGone.keptUntil, goneOn),
  ].filter((fact) => fact !== null)
  return [
    `# ${words.title(meeting.callNumber)}`,
    '',
    ...facts.map((fact) => `- ${fact}`),
    '',
    `## ${words.voices}`,
    '',
    ...(voices.length === 0 ? [words.noVoices] : voices.map((one) => `- ${timecode(one.offsetMs)} ${said(one.text)}`)),
    '',
    row(words.heads),
    row(words.heads.map(() => '---')),
    ...meeting.lines.map((line) =>
      row([said(line.text), named(line.ownerName ?? words.nobody), line.dueOn ?? '', becameOf(line, language)]),
    ),
    '',
  ].join('\n')
}

function becameOf({ outcome }: MeetingLine, language: FileLanguage): string {
  const words = WORDS[language]
  if (outcome === null) return words.open
  if (outcome.ticket !== null) return ticketName(outcome.ticket.number)
  return outcome.what === 'decision' ? words.decision : words.gone
}
