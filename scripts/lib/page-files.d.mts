interface Tag {
  readonly tag: string
  readonly attrs: Record<string, string>
  readonly children: string
  readonly injectTo: 'head-prepend'
}

interface Built {
  readonly fileName: string
}

export declare const namePageFiles: {
  readonly name: string
  readonly transformIndexHtml: {
    readonly order: 'post'
    handler(html: string, built: { readonly bundle?: Readonly<Record<string, Built>> }): Tag[]
  }
}
