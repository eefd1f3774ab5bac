import { readFileSync } from 'node:fs'

const TEXTS = /\/resources\/locales\/\w+\/[\w-]+\.json$/
const LANGUAGE = /\/renderer\/lib\/texts-\w+\.ts$/

/**
 * Texts are half of what every start reads. Written as objects, V8 reads them as code, key by key; as one string each they are passed over, and
 * JSON.parse makes the objects in a fraction of the time: those of a file when the first of its words is asked for. Today shows words of six files in twenty-four.
 */
export const textsAsJson = {
  name: 'texts-as-json',
  enforce: 'pre',
  load: {
    filter: { id: TEXTS },
    handler(id) {
      const json = JSON.stringify(JSON.parse(readFileSync(id, 'utf8')))
      return {
        code: `let texts\nexport default () => (texts ??= JSON.parse(${JSON.stringify(json)}))`,
        moduleType: 'js',
      }
    },
  },
  transform: {
    filter: { id: LANGUAGE },
    handler: (code) => ({ code: askedWhenRead(code), map: null }),
  },
}

/** `today: zhToday,` becomes what asks for it when it is read. */
export function askedWhenRead(code) {
  const asked = code.replace(/^ {2}([\w']+|'[\w-]+'): (\w+),$/gm, '  get $1() { return $2() },')
  const imported = code.match(/^import \w+ from .*\.json'$/gm)?.length ?? 0
  const read = asked.match(/^ {2}get /gm)?.length ?? 0
  if (imported === 0 || imported !== read)
    throw new Error(`of ${imported} files of texts ${read} are in the list of their language`)
  return asked
}
