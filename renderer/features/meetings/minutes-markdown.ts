import type { Note } from '../../../shared/contract/listening/notes.ts'
import type { Meeting, MeetingLine } from '../../../shared/contract/meetings/meetings.ts'
import { timecode } from '../../../shared/domain/listening/timecode.ts'
import { isVoice } from '../../../shared/domain/listening/voices.ts'
import { ticketName } from '../../../shared/domain/tickets/ticket-name.ts'
import { dateTime, type Place } from '../../lib/formats.ts'
import { textsOf } from '../../lib/i18n.ts'
import { onTheWall } from '../../lib/wall-clock.ts'

/** What stands in a cell of a table, or in a line of a list, as itself. */
const plain = (text: string): string => text.replace(/[\\`*_[\]<>#|]/g, '\\$&').replace(/\s*\n\s*/g, ' ')

/** The minutes as Markdown: what the printed page says. */
export function minutesMarkdown(meeting: Meeting, notes: readonly Note[], place: Place): string {
  const t = textsOf('meetings')
  const voices = notes.filter((note) => meeting.noteIds.includes(note.id) && isVoice(note))
  const minutes = Math.max(1, Math.round((meeting.ranMs ?? meeting.elapsedMs) / 60_000))
  const became = ({ outcome }: MeetingLine) => {
    if (outcome === null) return t('minutes.open')
    if (outcome.ticket !== null) return ticketName(outcome.ticket.number)
    return t(outcome.what === 'decision' ? 'lines.decision' : 'lines.ticketGone')
  }
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const heads = [t('minutes.what'), t('minutes.who'), t('minutes.when'), t('minutes.became')]
  return [
    `# ${t('minutes.title', { number: meeting.callNumber })}`,
    '',
    `- ${dateTime(meeting.startedAt, place, meeting.startedAt)} · ${t('clock.ran', { minutes })}`,
    ...(meeting.callReference === null ? [] : [`- ${plain(meeting.callReference)}`]),
    `- ${t('column.attendees')}: ${plain(meeting.attendees.join(t('attendees.between'))) || t('attendees.none')}`,
    '',
    `## ${t('frozen.voices')}`,
    '',
    ...voices.map((note) => `- ${timecode(note.offsetMs)} ${plain(note.text)}`),
    '',
    row(heads),
    row(heads.map(() => '---')),
    ...meeting.lines.map((line) =>
      row([plain(line.text), plain(line.ownerName ?? t('line.nobody')), line.dueOn ?? '', became(line)]),
    ),
    '',
  ].join('\n')
}

/** `现场会_第3通_2026-11-27_1405.md`. */
export const minutesName = ({ callNumber, startedAt }: Meeting, place: Place): string => {
  const at = onTheWall(startedAt, place.timeZone)
  const scope = textsOf('meetings')('minutes.file', { number: callNumber })
  return `${scope}_${at.slice(0, 10)}_${at.slice(11, 16).replace(':', '')}.md`
}
