import { type Browser, chromium, type Page } from '@playwright/test'
import { v7 } from 'uuid'
import { chromiumLaunch } from '../e2e/chromium.ts'
import { noteWishes } from './bare-writes.ts'
import { shellWithEmptyPage, startBrowserShell } from './browser-shell.ts'
import { aCopy } from './desk.ts'
import { connectToDoor } from './door-client.ts'
import { type Felt, noteOnThePlainPage, plainEditor, takeFelt, watchKeysFelt, writeNote } from './felt-keys.ts'
import { both, MEDIAN, P95, type Samples } from './measure.ts'
import { type Benchmark, type Result, resultOf } from './result.ts'

const ROUNDS = 4
const NOTES_A_ROUND = 6
/** A call with few notes, one with as many as a long morning makes, and one nobody will ever have. */
const sizes = [200, 1_000] as const

const namesOf = (size: number) => [
  `note-painted-${size}`,
  `note-painted-${size}-p95`,
  `note-stored-${size}`,
  `note-stored-${size}-p95`,
  `character-painted-${size}`,
]

/**
 * The live screen under the hands of somebody who types: a press until it is painted, against a plain field and list in the same Chromium, whose notes
 * go through the same door onto a disk of their own.
 */
export const livePainting: Benchmark = {
  names: sizes.flatMap(namesOf),
  run: async (archive) => {
    const results: Result[] = []
    const browser = await chromium.launch(chromiumLaunch)
    try {
      for (const size of sizes) results.push(...(await measureCall(browser, archive, size)))
      return results
    } finally {
      await browser.close()
    }
  },
}

async function measureCall(browser: Browser, archive: string, size: number): Promise<Result[]> {
  const folder = aCopy(archive)
  const plainFolder = aCopy(archive)
  const plain = shellWithEmptyPage(plainEditor(size))
  const { sessionId } = await layCall(folder.path, size)
  const { callId } = await layCall(plainFolder.path, size)
  // Started anew the console goes on where the furthest note lies: the call is as long as its notes say.
  const shell = await startBrowserShell(folder.path)
  const plainShell = await startBrowserShell(plainFolder.path, { program: plain.program })
  try {
    const subject = await aPage(browser)
    const { origin, hash } = new URL(shell.address)
    await subject.goto(`${origin}/listen/${sessionId}${hash}`)
    await subject.waitForFunction((count) => document.querySelectorAll('[data-note-id]').length === count, size)
    const baseline = await aPage(browser)
    await baseline.goto(plainShell.address)
    const noteIds = Array.from({ length: (ROUNDS + 1) * NOTES_A_ROUND }, () => v7())
    await baseline.evaluate(noteOnThePlainPage, { callId, noteIds })
    const { saves, stores, characters } = await takeTurnsAtTheKeys(subject, baseline)
    const [note = '', noteP95 = '', stored = '', storedP95 = '', character = ''] = namesOf(size)
    return [
      resultOf(note, 'ms', both(saves, MEDIAN), { of: 'value', atMost: 16 }),
      resultOf(noteP95, 'ms', both(saves, P95), { of: 'value', atMost: 33 }),
      resultOf(stored, 'ms', both(stores, MEDIAN), null),
      resultOf(storedP95, 'ms', both(stores, P95), null),
      resultOf(character, 'ms', both(characters, P95), { of: 'value', atMost: 16 }),
    ]
  } finally {
    for (const context of browser.contexts()) await context.close()
    await shell.stop()
    await plainShell.stop()
    folder.remove()
    plainFolder.remove()
    plain.remove()
  }
}

/** Somebody listening to a call that has so many notes already. */
async function layCall(dataFolder: string, size: number): Promise<{ sessionId: string; callId: string }> {
  const shell = await startBrowserShell(dataFolder)
  const door = await connectToDoor(shell.address)
  try {
    await door.call('settings.save', { isFirstRunDone: true, language: 'zh' })
    const walkUp = { bookingId: null, listenerId: null, purpose: 'listen' }
    const session = (await door.call('sessions.start', walkUp)) as { id: string }
    const call = (await door.call('sessions.nextCall', { sessionId: session.id, reference: null })) as { id: string }
    for (const wish of noteWishes(call.id, size)) await door.call('notes.add', wish)
    return { sessionId: session.id, callId: call.id }
  } finally {
    door.close()
    await shell.stop()
  }
}

async function aPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' })
  const page = await context.newPage()
  await page.addInitScript(watchKeysFelt)
  return page
}

/** Round by round, so that whatever else the machine does meets both. The first round only warms up. */
async function takeTurnsAtTheKeys(subject: Page, baseline: Page): Promise<Record<keyof Felt, Samples>> {
  const felt = { subject: [] as Felt[], baseline: [] as Felt[] }
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [side, page] of [
      ['baseline', baseline],
      ['subject', subject],
    ] as const) {
      await page.bringToFront()
      await page.locator('textarea').focus()
      for (let note = 0; note < NOTES_A_ROUND; note += 1) await writeNote(page, `drop ${round} ${note}`)
      const samples = await takeFelt(page, NOTES_A_ROUND)
      if (round > 0) felt[side].push(samples)
    }
  }
  const gathered = (of: keyof Felt): Samples => ({
    subject: felt.subject.flatMap((samples) => samples[of]),
    baseline: felt.baseline.flatMap((samples) => samples[of]),
  })
  return { saves: gathered('saves'), stores: gathered('stores'), characters: gathered('characters') }
}
