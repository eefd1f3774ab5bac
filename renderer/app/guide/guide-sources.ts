import type { Language } from '../../lib/i18n.ts'
import { GUIDE_PAGES, type GuidePage } from './guide-pages.ts'
import { type Block, readGuide } from './guide-text.ts'

const sources = import.meta.glob<string>('../../../docs/guide/{zh,en}/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
})

export type Guide = Readonly<Record<GuidePage, readonly Block[]>>

const read = (language: Language): Guide =>
  Object.fromEntries(
    GUIDE_PAGES.map((page) => [page, readGuide(sources[`../../../docs/guide/${language}/${page}.md`] ?? '')]),
  ) as unknown as Guide

/** The guide that is read on GitHub, in the app: it comes with the program and asks no network. */
export const GUIDES: Readonly<Record<Language, Guide>> = { zh: read('zh'), en: read('en') }
