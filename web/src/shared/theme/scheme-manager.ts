import { localStorageColorSchemeManager } from '@mantine/core';

/** Remembers light, dark or the system's choice; `scheme.js` reads the same place before the first paint. */
export const schemeManager = localStorageColorSchemeManager({ key: 'bestfit.scheme' });
