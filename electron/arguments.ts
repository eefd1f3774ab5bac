import { parseArgs } from 'node:util'
import type { Language } from './data-folder.ts'

export interface Arguments {
  readonly isDemo: boolean
  /** The demo of a company of thousands. */
  readonly isCompany: boolean
  /** Null: the default one, or a throw-away one for a demo. */
  readonly dataFolder: string | null
  /** 0: any free one. */
  readonly port: number
  readonly opensWindow: boolean
  /** Null: as set in Settings. */
  readonly language: Language | null
}

/** Reads the command line of either shell, without the program's own name. A mistake comes back as one sentence. */
export function parseArguments(
  argv: readonly string[],
): { ok: true; arguments: Arguments } | { ok: false; sentence: string } {
  try {
    const { values } = parseArgs({
      args: [...argv],
      allowPositionals: false,
      options: {
        demo: { type: 'boolean', default: false },
        company: { type: 'boolean', default: false },
        data: { type: 'string' },
        port: { type: 'string', default: '0' },
        'no-open': { type: 'boolean', default: false },
        lang: { type: 'string' },
      },
    })
    if (values.data === '') return mistake('--data needs a folder.')
    if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65_535)
      return mistake(`--port needs a number from 0 to 65535, not «${values.port}».`)
    if (values.lang !== undefined && values.lang !== 'zh' && values.lang !== 'en')
      return mistake(`--lang needs zh or en, not «${values.lang}».`)
    return {
      ok: true,
      arguments: {
        isDemo: values.demo || values.company,
        isCompany: values.company,
        dataFolder: values.data ?? null,
        port: Number(values.port),
        opensWindow: !values['no-open'],
        language: values.lang ?? null,
      },
    }
  } catch (error) {
    return mistake(error instanceof Error ? firstSentence(error.message) : 'The options could not be read.')
  }
}

const mistake = (sentence: string): { ok: false; sentence: string } => ({ ok: false, sentence })

const firstSentence = (text: string): string => `${text.split(/\.\s|\n/, 1)[0]?.replace(/\.$/, '') ?? text}.`
