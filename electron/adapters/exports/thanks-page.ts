import type { Thanks } from '../../../shared/contract/agents/thanks.ts'
import { maskedByRules } from '../../../shared/domain/listening/masking/mask-by-rules.ts'
import { pseudonymOf } from '../../../shared/text/pseudonyms.ts'
import type { FileLanguage } from './export-words.ts'
import { escapeMarkdown } from './markdown-writer.ts'

const WORDS = {
  zh: {
    title: '谢谢坐席',
    lead: '这些话是听线时记下的。请按日期、时段和化名，在呼叫中心自己的系统里找到这位坐席，把原话带到。化名只在当天有效；这一页不是评价，也不用于考核。',
    at: (day: string, hour: number) => `${day} ${hour}:00–${hour + 1}:00`,
    nobody: '坐席未记',
    voice: '顾客原声',
    praise: '听线人',
    none: '（没有记下原声）',
    colon: '：',
  },
  en: {
    title: 'Thank you',
    lead: 'These words were noted while listening in. Please find the agent by day, hour and pseudonym in the call centre’s own system, and pass them on. A pseudonym holds for its day alone; this page is no judgement and serves none.',
    at: (day: string, hour: number) => `${day} ${hour}:00–${hour + 1}:00`,
    nobody: 'agent not noted',
    voice: 'The customer',
    praise: 'The listener',
    none: '(no words of the customer were noted)',
    colon: ': ',
  },
} as const

/** Masked when it was stored; once more on the way out, because a file on a share cannot be called back. */
const said = (text: string): string =>
  escapeMarkdown(maskedByRules(text.toWellFormed()).text.replace(/\s*[\r\n]+\s*/g, ' ')).trim()

/** A page for the agents' leader: one section for each thanks, in the order of days and hours. No counts, nothing gathered by agent. */
export function thanksPage(thanks: readonly Thanks[], language: FileLanguage): string {
  const words = WORDS[language]
  const inOrder = thanks.toSorted((one, other) => one.day.localeCompare(other.day) || one.hour - other.hour)
  const sections = inOrder.map(({ day, hour, place, voice, praise }) => {
    const agent = place === null ? words.nobody : pseudonymOf(place, language)
    const quote = voice === null ? words.none : said(voice)
    return [
      `\n## ${words.at(day, hour)} · ${escapeMarkdown(agent)}\n`,
      `> **${words.voice}**${words.colon}${quote}\n`,
      `**${words.praise}**${words.colon}${said(praise)}\n`,
    ].join('\n')
  })
  return [`# ${words.title}\n`, `${words.lead}\n`, ...sections].join('\n')
}
