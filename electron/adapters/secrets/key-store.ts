/** The system's own store of keys, as a shell with one lends it. What it encrypted only this account of this machine reads again. */
export interface KeyStore {
  /** False: there is none, it is locked, or its key lies open in the program: what it encrypted would be hidden from nobody. */
  isAvailable(): Promise<boolean>
  encrypt(text: string): Promise<Buffer>
  /** Rejects where it was encrypted by somebody else. */
  decrypt(bytes: Buffer): Promise<string>
}
