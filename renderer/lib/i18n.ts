import i18next, { type FormatterModule } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { numberText } from './number-text.ts'
import { quickText, type Texts } from './quick-texts.ts'
import type { zh } from './texts-zh.ts'

export type Language = 'zh' | 'en'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: typeof zh
  }
}

const htmlLang: Record<Language, string> = { zh: 'zh-CN', en: 'en' }

/** Setting it makes the browser work out every style of the page anew, also where it was the same before. */
function writeLanguage(language: Language): void {
  const { documentElement } = document
  if (documentElement.lang !== htmlLang[language]) documentElement.lang = htmlLang[language]
}

const files = {
  zh: async () => (await import('./texts-zh.ts')).zh,
  en: async () => (await import('./texts-en.ts')).en,
}
const known: Partial<Record<Language, Readonly<Record<keyof typeof zh, Texts>>>> = {}

/** The texts of a language, which are a file of their own: nobody waits for those of the other one. Asking again costs nothing. */
export async function fetchTexts(language: Language): Promise<void> {
  if (known[language] !== undefined) return
  const texts = await files[language]()
  known[language] = texts
  // Not copied: of a language that nobody speaks no file is made into objects.
  if (i18next.isInitialized) i18next.store.data[language] = texts
}

/** How many of something is read in thousands, wherever it is said; any other number, a year or a seat, says how by itself. */
const thousands: FormatterModule = {
  type: 'formatter',
  init: () => {},
  add: () => {},
  addCached: () => {},
  format: (value: unknown, _format, _language, options) =>
    options?.interpolationkey === 'count' && typeof value === 'number' ? numberText(value) : (value as string),
}

/** Starts in a language whose texts were fetched. */
export function startTexts(language: Language): void {
  void i18next
    .use(initReactI18next)
    .use(thousands)
    .init({
      lng: language,
      // A test holds both languages to the same keys.
      fallbackLng: false,
      resources: { ...known },
      defaultNS: 'common',
      interpolation: { escapeValue: false, alwaysFormat: true },
      returnNull: false,
      initAsync: false,
    })
  answerQuickly()
  writeLanguage(language)
}

type AskedFor = (key: unknown, values?: unknown, ...rest: unknown[]) => unknown
type FixedT = (lng: string | readonly string[] | null, ns?: unknown, keyPrefix?: unknown, options?: unknown) => AskedFor
const ofI18next = i18next.getFixedT.bind(i18next) as unknown as FixedT

/** What is only read is read at once; all else is i18next's. */
function answerQuickly(): void {
  const fixed: FixedT = (lng, ns, keyPrefix, options) => {
    const itsOwn = ofI18next(lng, ns, keyPrefix, options)
    if (keyPrefix !== undefined || typeof ns !== 'string') return itsOwn
    const answer: AskedFor = (key, values, ...rest) => {
      const language = typeof lng === 'string' ? lng : i18next.language
      const texts: Texts | undefined = known[language as Language]?.[ns as keyof typeof zh]
      return quickText(texts, key, values) ?? itsOwn(key, values, ...rest)
    }
    return Object.assign(answer, itsOwn)
  }
  i18next.getFixedT = fixed as unknown as typeof i18next.getFixedT
}

let wanted: Language | null = null

/** Changes every text on screen: at once where the language's texts are here, which they are soon after the start. */
export function speak(language: Language): void {
  wanted = language
  if (known[language] === undefined) {
    const speakIfStillWanted = () => {
      if (wanted === language) speak(language)
    }
    // Who wants it again asks again.
    fetchTexts(language).then(speakIfStillWanted, () => {})
    return
  }
  if (i18next.language !== language) void i18next.changeLanguage(language)
  writeLanguage(language)
}

/** Words that are asked for when they are shown: what stands on screen for a while follows a change of language. */
export type Say = () => string

/** The texts of one file in the language of the moment they are asked in. A component's own `t` speaks the one it was drawn in. */
export const textsOf = <File extends keyof typeof zh>(file: File) => i18next.getFixedT(null, file)

export const currentLanguage = (): Language => (i18next.language === 'en' ? 'en' : 'zh')
