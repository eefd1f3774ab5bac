/** Whether these first bytes are a write-ahead log's: https://www.sqlite.org/fileformat2.html#the_write_ahead_log */
export const beginsLog = (header: Buffer): boolean => header.readUInt32BE(0) >>> 1 === MAGIC >>> 1

/** Its last bit tells the byte order of the checksums. */
const MAGIC = 0x377f0682
