import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { patience } from '../../test/builders/patience.ts'
import { aWindow, type TestWindow } from '../../test/builders/window.tsx'
import { stepTextSize, switchLanguage } from '../app/look.actions.ts'
import { useTextSize } from './appearance.ts'
import { currentLanguage } from './i18n.ts'
import { queryClient } from './query-client.ts'
import { settingsQuery, takeSettings, wearSettings } from './settings.ts'

let page: TestWindow

beforeEach(async () => {
  page = await aWindow()
  await queryClient.fetchQuery(settingsQuery)
  wearWhatIsKnown()
})
afterEach(() => page.close())

const known = () => queryClient.getQueryData(settingsQuery.queryKey)
/** As the window does whenever it was told of other settings. */
const wearWhatIsKnown = () => {
  const settings = known()
  if (settings !== undefined) wearSettings(settings)
}

test('an answer that was asked for before a look was kept, and comes after it, does not take the look back', async () => {
  const held = Promise.withResolvers<void>()
  let answers = 0
  page.answer('settings.get', async (_, ask) => {
    const answer = await ask()
    answers += 1
    if (answers === 1) await held.promise
    return answer
  })
  const reading = queryClient.fetchQuery({ ...settingsQuery, staleTime: 0 })
  await vi.waitFor(() => expect(answers).toBe(1), patience)
  await switchLanguage()
  held.resolve()
  expect((await reading).language).toBe('en')
  wearWhatIsKnown()
  expect(currentLanguage()).toBe('en')
})

test('what is answered while looks are on their way leaves each of them as it was chosen, also where it is worn after they were kept', async () => {
  const before = known()
  const held = Promise.withResolvers<void>()
  page.answer('settings.save', async (_, ask) => {
    await held.promise
    return ask()
  })
  const keeping = Promise.all([switchLanguage(), stepTextSize('larger')])
  if (before !== undefined) takeSettings(before)
  held.resolve()
  await keeping
  wearWhatIsKnown()
  expect([currentLanguage(), useTextSize.getState().percent]).toEqual(['en', 115])
})

test('a look that could not be kept stays as it is painted', async () => {
  page.answer('settings.save', async () => ({ ok: false, code: 'no_space', detail: {} }))
  await stepTextSize('larger')
  wearWhatIsKnown()
  expect(useTextSize.getState().percent).toBe(115)
})
