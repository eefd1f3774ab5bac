export interface Trouble {
  why: string
  remedy: string
}
export function runElectron(
  binary: string,
  args: readonly string[],
  shown?: { stdout: NodeJS.WritableStream; stderr: NodeJS.WritableStream },
): Promise<{ code: number; trouble?: undefined } | { code?: undefined; trouble: Trouble }>
