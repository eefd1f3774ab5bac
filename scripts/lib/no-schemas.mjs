/**
 * Ends the build when the pages carry the schemas: the door checks every input, a page needs only their types. One constant imported
 * from a file with schemas brings all of them, a hundred kilobytes that are run before the page is drawn.
 */
export const refuseSchemasInPages = {
  name: 'refuse-schemas-in-pages',
  generateBundle() {
    const schemas = [...this.getModuleIds()].filter((id) => id.includes('/node_modules/zod/'))
    if (schemas.length === 0) return
    const importers = schemas.flatMap((id) => this.getModuleInfo(id)?.importers ?? [])
    const ours = new Set(importers.filter((id) => !id.includes('/node_modules/')))
    throw new Error(`The pages must not carry schemas: move what they need out of ${[...ours].join(', ')}`)
  },
}
