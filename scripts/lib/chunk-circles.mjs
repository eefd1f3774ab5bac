import { circlesOf } from './circles.mjs'

/**
 * Ends the build when files it made import each other in a circle: which of them runs first then depends on which page is
 * opened first, and what is not there yet crashes that page alone. A file fetched only when it is needed (`import()`) waits for nobody.
 */
export const refuseCirclesOfChunks = {
  name: 'refuse-circles-of-chunks',
  generateBundle(_options, bundle) {
    const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk')
    const circles = circlesOf(new Map(chunks.map(({ fileName, imports }) => [fileName, imports])))
    if (circles.length === 0) return
    const ways = circles.map((way) => way.join(' → ')).join('\n')
    throw new Error(`Built files import each other in a circle; mend the groups in electron.vite.config.ts:\n${ways}`)
  },
}
