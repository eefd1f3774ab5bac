import { parentPort, workerData } from 'node:worker_threads'
import { pinyin } from 'pinyin-pro'

/** All readings of each character: a name may say 曾 as zeng or as ceng. */
const readingsOf = (character: string): string[] =>
  pinyin(character, { toneType: 'none', multiple: true, type: 'array', v: true })

const characters = workerData as readonly string[]
parentPort?.postMessage(characters.map((character) => [character, readingsOf(character)]))
