import type { WriteField } from '../records/index.ts';

/** The type of a field that is made for each kind of what is written, and the types of a field found that can hold it. */
export const writeTypes: Readonly<
  Record<WriteField['kind'], { readonly made: string; readonly holds: readonly string[] }>
> = {
  text: { made: 'varchar', holds: ['varchar', 'varchar_auto', 'text'] },
  'long-text': { made: 'text', holds: ['text'] },
  number: { made: 'double', holds: ['double', 'varchar', 'varchar_auto', 'text'] },
  date: { made: 'date', holds: ['date', 'varchar', 'varchar_auto', 'text'] },
  option: { made: 'enum', holds: ['enum', 'varchar', 'varchar_auto', 'text'] },
};
