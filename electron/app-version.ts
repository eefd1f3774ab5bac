import packageFile from '../package.json' with { type: 'json' }

/** As package.json says; bundled, so that it is right wherever the bundle lies. */
export const appVersion: string = packageFile.version
