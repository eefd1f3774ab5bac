export type Shape = [shape: string, attributes: Readonly<Record<string, string>>]

export declare const lightIcons: {
  name: string
  transform: { filter: { id: RegExp }; handler(code: string): { code: string; map: null } | null }
}
export declare function nodesIn(code: string): Shape[]
export declare function lineOf(nodes: readonly Shape[]): string | null
