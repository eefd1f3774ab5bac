/**
 * Names the file that asks the first questions in the page itself, before the page's own code: the same file, run once, but by then it
 * has its answers. A module that others wait for would run only when all of them are here.
 */
export const askFirst = {
  name: 'ask-first',
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle }) {
      if (bundle === undefined) return html
      const asking = Object.values(bundle).find(({ type, name }) => type === 'chunk' && name === 'asking')
      if (asking === undefined)
        throw new Error('no file asks the first questions; see the groups in electron.vite.config.ts')
      if (asking.imports.length > 0)
        throw new Error(`asking the first questions waits for ${asking.imports.join(', ')}`)
      const attrs = { type: 'module', crossorigin: true, async: true, src: `/${asking.fileName}` }
      return [{ tag: 'script', attrs, injectTo: 'head-prepend' }]
    },
  },
}
