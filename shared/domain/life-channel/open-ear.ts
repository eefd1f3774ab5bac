import { type Ear, makingEar, type WrittenCries, type WrittenEar, type WrittenWords } from './ear.ts'

/** Asked after each piece of work, a few milliseconds long: what it answers is waited for, so that others go first. */
export type Pause = () => Promise<void> | undefined

let opened: Promise<Ear> | undefined

/** The ear with the words and the model that ship: read when first asked for, one for all who ask. */
export function openEar(pause: Pause = () => undefined): Promise<Ear> {
  opened ??= readEar(pause)
  return opened
}

/** Files of their own, larger than what most pages need. */
async function readEar(pause: Pause): Promise<Ear> {
  const [words, learned, cries] = await Promise.all([
    import('../../../resources/life-channel/words.json', { with: { type: 'json' } }),
    import('../../../resources/life-channel/model.json', { with: { type: 'json' } }),
    import('../../../resources/life-channel/plain-cries.json', { with: { type: 'json' } }),
  ])
  const pieces = makingEar(
    words.default as WrittenWords,
    learned.default satisfies WrittenEar,
    cries.default satisfies WrittenCries,
  )
  for (;;) {
    const { done, value } = pieces.next()
    if (done === true) return value
    await pause()
  }
}
