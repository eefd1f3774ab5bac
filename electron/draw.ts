import { systemLanguage } from './data-folder.ts'
import { replayDraw } from './replay-draw.ts'

/** Entry of `npm run draw`. */
const { isSame, lines } = replayDraw(process.argv.slice(2), systemLanguage())
process.stdout.write(`${lines.join('\n')}\n`)
process.exitCode = isSame ? 0 : 1
