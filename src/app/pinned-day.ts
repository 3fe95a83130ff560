import type { Workspace } from './workspace.ts';

const setting = 'asked-on';

/** The day on which questions about certain data are asked. */
interface PinnedDay {
  readonly day: string;
  readonly snapshot: string;
}

/** From now on questions about the data in force are asked as of this day: the sample is of a day of its own. */
export async function pinDay({ store }: Workspace, day: string): Promise<void> {
  const head = await store.head();
  if (head === null) return;
  const pinned: PinnedDay = { day, snapshot: head.snapshot.id };
  await store.setSetting(setting, pinned);
}

/** The day that was pinned for the data in force; null when none was, or other data came since. */
export async function pinnedDay({ store }: Workspace): Promise<string | null> {
  const pinned = (await store.setting(setting)) as PinnedDay | null;
  if (pinned === null) return null;
  const head = await store.head();
  return head?.snapshot.id === pinned.snapshot ? pinned.day : null;
}
