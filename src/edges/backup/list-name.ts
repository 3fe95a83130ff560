/** The name of a backup's list in it. */
export const listName = 'backup.json';
