import type { ShellPort } from '../../electron/services/parts.ts'

/** Hides what it is given, and from nobody else: a system's store of keys as far as a file can tell. */
const keyStore = {
  isAvailable: async () => true,
  encrypt: async (text: string) => Buffer.from([...Buffer.from(text)].map((byte) => byte ^ 0x5a)),
  decrypt: async (bytes: Buffer) => Buffer.from([...bytes].map((byte) => byte ^ 0x5a)).toString(),
}

/** A shell on a system that keeps keys: what is sealed there is encrypted. */
export const aShellWithKeys: ShellPort = {
  ...{ kind: 'browser', chooseFolder: async () => 'not_here', showInFolder: async () => 'no_file_window' },
  ...{ openOutside: async () => 'not_here', quit: () => {}, keyStore },
}
