import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import enAgents from '../../resources/locales/en/agents.json'
import enBring from '../../resources/locales/en/bring.json'
import enCommon from '../../resources/locales/en/common.json'
import enDraws from '../../resources/locales/en/draws.json'
import enDuty from '../../resources/locales/en/duty.json'
import enExports from '../../resources/locales/en/exports.json'
import enFind from '../../resources/locales/en/find.json'
import enFirstRun from '../../resources/locales/en/first-run.json'
import enKeys from '../../resources/locales/en/keys.json'
import enLife from '../../resources/locales/en/life.json'
import enListen from '../../resources/locales/en/listen.json'
import enMeetings from '../../resources/locales/en/meetings.json'
import enRecovery from '../../resources/locales/en/recovery.json'
import enRetention from '../../resources/locales/en/retention.json'
import enReview from '../../resources/locales/en/review.json'
import enRooms from '../../resources/locales/en/rooms.json'
import enSeats from '../../resources/locales/en/seats.json'
import enSessions from '../../resources/locales/en/sessions.json'
import enSettings from '../../resources/locales/en/settings.json'
import enSilver from '../../resources/locales/en/silver.json'
import enTeam from '../../resources/locales/en/team.json'
import enTickets from '../../resources/locales/en/tickets.json'
import enToday from '../../resources/locales/en/today.json'
import enWaitlist from '../../resources/locales/en/waitlist.json'
import zhAgents from '../../resources/locales/zh/agents.json'
import zhBring from '../../resources/locales/zh/bring.json'
import zhCommon from '../../resources/locales/zh/common.json'
import zhDraws from '../../resources/locales/zh/draws.json'
import zhDuty from '../../resources/locales/zh/duty.json'
import zhExports from '../../resources/locales/zh/exports.json'
import zhFind from '../../resources/locales/zh/find.json'
import zhFirstRun from '../../resources/locales/zh/first-run.json'
import zhKeys from '../../resources/locales/zh/keys.json'
import zhLife from '../../resources/locales/zh/life.json'
import zhListen from '../../resources/locales/zh/listen.json'
import zhMeetings from '../../resources/locales/zh/meetings.json'
import zhRecovery from '../../resources/locales/zh/recovery.json'
import zhRetention from '../../resources/locales/zh/retention.json'
import zhReview from '../../resources/locales/zh/review.json'
import zhRooms from '../../resources/locales/zh/rooms.json'
import zhSeats from '../../resources/locales/zh/seats.json'
import zhSessions from '../../resources/locales/zh/sessions.json'
import zhSettings from '../../resources/locales/zh/settings.json'
import zhSilver from '../../resources/locales/zh/silver.json'
import zhTeam from '../../resources/locales/zh/team.json'
import zhTickets from '../../resources/locales/zh/tickets.json'
import zhToday from '../../resources/locales/zh/today.json'
import zhWaitlist from '../../resources/locales/zh/waitlist.json'

export type Language = 'zh' | 'en'

const zh = {
  common: zhCommon,
  keys: zhKeys,
  today: zhToday,
  rooms: zhRooms,
  seats: zhSeats,
  waitlist: zhWaitlist,
  draws: zhDraws,
  duty: zhDuty,
  listen: zhListen,
  life: zhLife,
  silver: zhSilver,
  meetings: zhMeetings,
  agents: zhAgents,
  review: zhReview,
  tickets: zhTickets,
  exports: zhExports,
  find: zhFind,
  sessions: zhSessions,
  settings: zhSettings,
  'first-run': zhFirstRun,
  recovery: zhRecovery,
  team: zhTeam,
  bring: zhBring,
  retention: zhRetention,
}

const en = {
  common: enCommon,
  keys: enKeys,
  today: enToday,
  rooms: enRooms,
  seats: enSeats,
  waitlist: enWaitlist,
  draws: enDraws,
  duty: enDuty,
  listen: enListen,
  life: enLife,
  silver: enSilver,
  meetings: enMeetings,
  agents: enAgents,
  review: enReview,
  tickets: enTickets,
  exports: enExports,
  find: enFind,
  sessions: enSessions,
  settings: enSettings,
  'first-run': enFirstRun,
  recovery: enRecovery,
  team: enTeam,
  bring: enBring,
  retention: enRetention,
}

declare module 'i18next' {
  // Chinese is written first, so its files say which keys there are; a test holds the English ones to the same keys.
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: typeof zh
  }
}

/** The language to begin with, before settings are read: the last one used here, else the system's. */
export function firstLanguage(remembered: string | null, systemLanguages: readonly string[]): Language {
  if (remembered === 'zh' || remembered === 'en') return remembered
  return systemLanguages.some((tag) => tag.toLowerCase().startsWith('zh')) || systemLanguages.length === 0 ? 'zh' : 'en'
}

const htmlLang: Record<Language, string> = { zh: 'zh-CN', en: 'en' }

/** Setting it makes the browser work out every style of the page anew, also where it was the same before. */
function writeLanguage(language: Language): void {
  const { documentElement } = document
  if (documentElement.lang !== htmlLang[language]) documentElement.lang = htmlLang[language]
}

/** Starts the texts. Everything is bundled, so it is ready when this returns. */
export function startTexts(language: Language): void {
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh',
    resources: { zh, en },
    defaultNS: 'common',
    interpolation: { escapeValue: false },
    returnNull: false,
    initAsync: false,
  })
  writeLanguage(language)
}

/** Changes every text on screen at once. */
export function speak(language: Language): void {
  if (i18next.language !== language) void i18next.changeLanguage(language)
  writeLanguage(language)
}

/** Words that are asked for when they are shown: what stands on screen for a while follows a change of language. */
export type Say = () => string

/** The texts of one file in the language of the moment they are asked in. A component's own `t` speaks the one it was drawn in. */
export const textsOf = <File extends keyof typeof zh>(file: File) => i18next.getFixedT(null, file)

export const currentLanguage = (): Language => (i18next.language === 'en' ? 'en' : 'zh')
