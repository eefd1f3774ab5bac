import type { Language } from './i18n.ts'

/** Whose code the screens need that are not Today; `app/routes.tsx` leads to the same, and a test holds the two together. */
export const PAGE_AT = {
  '/seats': 'SeatsPage',
  '/draws': 'DrawsPage',
  '/duty': 'DutyPage',
  '/listen': 'ListenPage',
  '/listen/*': 'LiveListeningPage',
  '/review/*': 'ReviewPage',
  '/sessions': 'SessionsPage',
  '/sessions/*': 'SessionPage',
  '/meetings': 'MeetingsPage',
  '/meetings/*': 'MeetingPage',
  '/tickets': 'TicketsPage',
  '/tickets/*': 'TicketsPage',
  '/exports': 'ExportsPage',
  '/life': 'LifePage',
  '/silver-hair': 'SilverHairPage',
  '/thanks': 'ThanksPage',
  '/settings': 'SettingsPage',
} as const satisfies Readonly<Record<string, string>>

/** The files of each page and of each language's texts by its name, as the build has written them into the page; see scripts/lib/page-files.mjs. */
export const PAGE_FILES_ID = 'page-files'

/** `/tickets/0193…` is one of `/tickets/*`. */
const patternOf = (path: string): string => path.replace(/^(\/[^/]+)\/[^/]+$/, '$1/*')

/**
 * Has the browser fetch the code and the styles of the page at this address, and the texts, now. Left to the code that draws it, they are asked for only
 * when that is all here and has run. Nothing is run or worn for it.
 */
export function fetchEarly(page: Document, path: string, language: Language): void {
  const written = page.getElementById(PAGE_FILES_ID)?.textContent
  const name = (PAGE_AT as Readonly<Record<string, string>>)[patternOf(path)]
  if (written === undefined || written === null) return
  const filesOf: Readonly<Record<string, readonly string[]>> = JSON.parse(written)
  const ofPage = name === undefined ? [] : (filesOf[name] ?? [])
  for (const file of [...(filesOf[`texts-${language}`] ?? []), ...ofPage]) page.head.append(hint(page, file))
}

function hint(page: Document, file: string): HTMLLinkElement {
  const link = page.createElement('link')
  if (file.endsWith('.css')) Object.assign(link, { rel: 'preload', as: 'style' })
  else link.rel = 'modulepreload'
  return Object.assign(link, { crossOrigin: '', href: file })
}
