import { type Ear, makeEar, type WrittenEar, type WrittenWords } from './ear.ts'

let opened: Promise<Ear> | undefined

/** The ear with the words and the model that ship: read when first asked for, one for all who ask. */
export function openEar(): Promise<Ear> {
  opened ??= readEar()
  return opened
}

/** Files of their own, larger than what most pages need. */
async function readEar(): Promise<Ear> {
  const [words, learned] = await Promise.all([
    import('../../../resources/life-channel/words.json'),
    import('../../../resources/life-channel/model.json'),
  ])
  return makeEar(words.default as WrittenWords, learned.default satisfies WrittenEar)
}
