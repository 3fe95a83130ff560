import type { CommandSpec } from '../types.ts';
import { profileApplyCommand } from './profile-apply.ts';
import { profileDiffCommand } from './profile-diff.ts';
import { profileDraftCommand } from './profile-draft.ts';
import { profileNewCommand } from './profile-new.ts';
import { profileShowCommand } from './profile-show.ts';
import { profileSignCommand } from './profile-sign.ts';

/** The command `bestfit profile`. */
export const profileCommand: CommandSpec = {
  name: 'profile',
  summary: 'the page: draft it from data, write it from answers, show, change, compare, sign',
  examples: [
    { run: 'bestfit profile draft', does: 'the page that your data write' },
    { run: 'bestfit profile new', does: 'without data: the page from ten answers' },
    { run: 'bestfit profile show --format html --to page.html', does: 'one A4 page to print or to send' },
  ],
  commands: [
    profileDraftCommand,
    profileNewCommand,
    profileShowCommand,
    profileApplyCommand,
    profileDiffCommand,
    profileSignCommand,
  ],
};
