/** Where the page finds them; renderer/lib/page-files.ts reads there. */
const ID = 'page-files'
/** A page, or the texts of a language. */
const PART = /\/app\/pages\/\w+\.tsx$|\/lib\/texts-\w+\.ts$/

/**
 * Writes into the page which files each page of the console and each language's texts are made of, beside those that every start needs: what asks the first
 * questions has the browser fetch them, too. Names alone, so that nothing of it is run.
 */
export const namePageFiles = {
  name: 'name-page-files',
  transformIndexHtml: {
    order: 'post',
    handler(_html, { bundle }) {
      if (bundle === undefined) return []
      return [
        {
          tag: 'script',
          attrs: { type: 'application/json', id: ID },
          children: written(bundle),
          injectTo: 'head-prepend',
        },
      ]
    },
  },
}

function written(bundle) {
  const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk')
  const withImports = (chunk, found = new Set()) => {
    if (chunk === undefined || found.has(chunk)) return found
    found.add(chunk)
    for (const name of chunk.imports) withImports(bundle[name], found)
    return found
  }
  const atOnce = new Set(chunks.filter(({ isEntry }) => isEntry).flatMap((chunk) => [...withImports(chunk)]))
  const parts = chunks.filter(({ isDynamicEntry, facadeModuleId }) => isDynamicEntry && PART.test(facadeModuleId ?? ''))
  if (!parts.some(({ facadeModuleId }) => facadeModuleId.endsWith('.tsx')))
    throw new Error('no page has files of its own; see scripts/lib/page-files.mjs')
  const filesOf = (part) =>
    [...withImports(part)]
      .filter((chunk) => !atOnce.has(chunk))
      .flatMap((chunk) => [chunk.fileName, ...(chunk.viteMetadata?.importedCss ?? [])])
      .map((file) => `/${file}`)
  return JSON.stringify(Object.fromEntries(parts.map((part) => [part.name, filesOf(part)])))
}
