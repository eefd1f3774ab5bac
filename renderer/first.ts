import { transportOfPage } from './lib/choose-transport.ts'
import { askFirstScreen } from './lib/first-screen.ts'
import { fetchEarly } from './lib/page-files.ts'
import { firstLanguage, rememberedLook } from './lib/remembered-look.ts'

// A file of its own, a few kilobytes: runs while the code of the page is still being fetched and read.
fetchEarly(document, location.pathname, firstLanguage(rememberedLook().language, navigator.languages))
void askFirstScreen(transportOfPage(), location.pathname, location.search).catch(() => {})
