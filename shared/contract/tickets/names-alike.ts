import { z } from 'zod'

/** Names that sound like a typed word («csy» 陈思远): tickets of these owners, and of what these people heard, hold it too. */
export const NamesAlike = z.object({ word: z.string(), owners: z.array(z.string()), listeners: z.array(z.string()) })
export type NamesAlike = z.infer<typeof NamesAlike>
