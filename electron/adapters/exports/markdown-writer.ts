import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ExportedQuote } from '../../../shared/domain/exports/exported-ticket.ts'
import { timecode } from '../../../shared/domain/listening/timecode.ts'
import { ticketName } from '../../../shared/domain/tickets/ticket-name.ts'
import { callName, callsOf, cellAsText, columns, quoteText } from './columns.ts'
import { type ColumnKey, exportWords, type FileLanguage } from './export-words.ts'
import type { GoingOut } from './masked-going-out.ts'
import { makeWallClock, type WallClock } from './wall-clock.ts'
import { counted, openForBytes, type WriteExport } from './writing.ts'

/** Told by heading or block quotes instead. */
const NOT_IN_FACTS: readonly ColumnKey[] = ['number', 'title', 'voice', 'view']

/** Every sign Markdown could read as its own, the start of an address included, gets a backslash: what was typed is what is seen. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#|~!&$@]/g, '\\$&')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\b(www)\./gi, '$1\\.')
    .replace(/^(\s*)([-+=])/gm, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/gm, '$1\\$2')
    .replace(/^[ \t]+/gm, '')
}

const oneLine = (text: string): string => escapeMarkdown(text.replace(/\s*\n\s*/g, ' '))

/** A section per ticket: facts as a list, each quote a block quote that begins with its time mark. */
export const writeMarkdown: WriteExport = async (pages, facts) => {
  const clock = makeWallClock(facts.timeZone)
  const { title, count } = exportWords[facts.language]
  async function* sections(): AsyncGenerator<string> {
    yield `# ${title}\n\n${count(facts.ticketCount)} · ${escapeMarkdown(facts.timeZone)}\n`
    for await (const page of counted(pages, facts.onProgress))
      yield page.map((row) => section(row, facts.language, clock)).join('')
  }
  await pipeline(Readable.from(sections()), openForBytes(facts.path))
}

function section(row: GoingOut, language: FileLanguage, clock: WallClock): string {
  const words = exportWords[language]
  const title = cellAsText(columns.find(({ key }) => key === 'title')?.cell(row, language, clock) ?? null, clock)
  const facts = columns
    .filter(({ key }) => !NOT_IN_FACTS.includes(key))
    .map(({ key, cell }) => ({ key, value: cellAsText(cell(row, language, clock), clock) }))
    .filter(({ value }) => value !== '')
    .map(({ key, value }) => `- **${words.columns[key]}**${words.colon}${oneLine(value)}`)
  return [
    `\n## ${ticketName(row.ticket.number)} ${oneLine(title)}\n`,
    `${facts.join('\n')}\n`,
    ...row.quotes.map((quote) => blockQuote(row, quote, language, clock)),
  ].join('\n')
}

function blockQuote(row: GoingOut, quote: ExportedQuote, language: FileLanguage, clock: WallClock): string {
  const { kinds } = exportWords[language]
  const place = callsOf(row).length < 2 ? '' : ` · ${callName(quote, language, clock)}`
  const lines = escapeMarkdown(quoteText(quote)).split('\n')
  const head = `**${timecode(quote.offsetMs)}**${place} · ${kinds[quote.kind]}`
  // A backslash at the end of a line is a hard break; an empty line inside must keep its «>» or the quote would end.
  return `> ${head}\\\n${lines.map((line, index) => (line === '' ? '>' : `> ${line}${hardBreak(lines, index)}`)).join('\n')}\n`
}

const hardBreak = (lines: readonly string[], index: number): string => ((lines[index + 1] ?? '') === '' ? '' : '\\')
