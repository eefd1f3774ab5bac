export declare function versionOfMasks(): string
