import { afterEach, beforeEach, expect, test } from 'vitest'
import type { LifeWord } from '../../../shared/contract/life-channel/life-words.ts'
import { accepted, aFolder, aReadyConsole, clientOf } from '../../builders/console.ts'

const bridge: LifeWord = {
  ...{ text: '清江大桥', means: 'danger', grade: 'high', kind: 'suicide' },
  examples: ['我站在清江大桥上'],
}

let folder: ReturnType<typeof aFolder>
let desk: Awaited<ReturnType<typeof aReadyConsole>>
beforeEach(async () => {
  folder = aFolder()
  desk = await aReadyConsole(folder.path)
})
afterEach(async () => {
  await desk.close()
  folder.remove()
})

test('there are none at first; what is saved is there when the console is opened anew', async () => {
  const client = clientOf(desk.call)
  expect(await accepted(client.lifeWords.list({}))).toEqual({ words: [], version: 0 })
  const saved = await accepted(client.lifeWords.save({ words: [bridge], seenVersion: 0 }))
  expect(saved).toEqual({ words: [bridge], version: 1 })
  await desk.close()
  desk = await aReadyConsole(folder.path)
  expect(await accepted(clientOf(desk.call).lifeWords.list({}))).toEqual(saved)
})

test('the same words twice are refused, and the list stays as it was', async () => {
  const client = clientOf(desk.call)
  const before = await accepted(client.lifeWords.save({ words: [bridge], seenVersion: null }))
  const answer = await client.lifeWords.save({ words: [bridge, { ...bridge, means: 'harmless' }], seenVersion: null })
  expect(answer).toMatchObject({ ok: false, code: 'words_twice' })
  expect(await accepted(client.lifeWords.list({}))).toEqual(before)
})

test('what would hush a plain cry is refused with that cry, and the list stays as it was', async () => {
  const client = clientOf(desk.call)
  const hushing: LifeWord = { ...bridge, text: '不想活了', means: 'harmless', examples: ['这鱼不想活了'] }
  const answer = await client.lifeWords.save({ words: [bridge, hushing], seenVersion: 0 })
  expect(answer).toEqual({ ok: false, code: 'hushes_cry', detail: { text: '不想活了', cry: '我不想活了' } })
  expect(await accepted(client.lifeWords.list({}))).toEqual({ words: [], version: 0 })
  const harmless: LifeWord = { ...hushing, text: '跳楼机', examples: ['跳楼机的票'] }
  expect(await client.lifeWords.save({ words: [harmless], seenVersion: 0 })).toMatchObject({ ok: true })
})
