interface Modules {
  getModuleIds(): Iterable<string>
  getModuleInfo(id: string): { readonly importers: readonly string[] } | null
}

export declare const refuseSchemasInPages: { readonly name: string; generateBundle(this: Modules): void }
