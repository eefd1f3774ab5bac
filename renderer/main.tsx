import './first.ts'
import './ui/mantine.css'
import './ui/mantine-variables.css'
import './ui/tokens.css'
import './ui/base.css'
import './ui/lists.css'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { allKeys } from './app/all-keys.ts'
import { firstDrawing } from './app/first-drawing.ts'
import { askFirstQuestions } from './app/first-questions.ts'
import { fetchOtherPages, fetchPageAt } from './app/routes.tsx'
import { drawAt, paintGround, printLight } from './lib/appearance.ts'
import { transportOfPage } from './lib/choose-transport.ts'
import { client } from './lib/client.ts'
import { beginFirstScreen } from './lib/first-screen-state.ts'
import { fetchTexts, speak, startTexts } from './lib/i18n.ts'
import { collectKeys } from './lib/key-map.ts'
import { followChanges, queryClient } from './lib/query-client.ts'
import { firstLanguage, rememberedLook } from './lib/remembered-look.ts'
import { settingsQuery } from './lib/settings.ts'
import { followWindowPlace, isOwnWindow } from './lib/window-place.ts'

collectKeys(allKeys)
const look = rememberedLook()
paintGround(look.theme)
drawAt(look.textSizePercent)
printLight()
const guessed = firstLanguage(look.language, navigator.languages)
const texts = fetchTexts(guessed).then(() => startTexts(guessed))

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')

if (isOwnWindow(window)) followWindowPlace(window, (place) => void client.settings.rememberWindow(place))
// Before the first question: a change told between its answer and the first drawing would stay unseen for ever.
followChanges()
// Connection, first answers and the page's code come at the same time, not one after the other.
beginFirstScreen()
const answers = askFirstQuestions()
// Where the router would lead anyway, one drawing later.
if (location.pathname === '/') history.replaceState(history.state, '', `/today${location.search}`)
/** When nothing else is to be done: the code of the other pages, and the texts of the other language, what is most likely asked next. Whoever needs it asks again. */
const beReady = async () => {
  for (const language of ['zh', 'en'] as const) await fetchTexts(language).catch(() => {})
  await fetchOtherPages()
  await (await import('./app/likely-questions.ts')).askLikelyQuestions()
}
const show = async () => {
  await texts
  // Where the guess was wrong, nothing is drawn in the one language and again in the other.
  const said = queryClient.getQueryData(settingsQuery.queryKey)?.language ?? guessed
  await fetchTexts(said).catch(() => {})
  speak(said)
  createRoot(root).render(<App />)
  transportOfPage().forgetEarly()
  requestIdleCallback(() => void beReady().catch(() => {}), { timeout: 5_000 })
}
void firstDrawing(fetchPageAt(location.pathname), answers).then(show)
