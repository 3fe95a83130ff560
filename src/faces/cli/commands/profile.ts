import type { CommandSpec } from '../types.ts';
import { profileApplyCommand } from './profile-apply.ts';
import { profileDiffCommand } from './profile-diff.ts';
import { profileDraftCommand } from './profile-draft.ts';
import { profileNewCommand } from './profile-new.ts';
import { profileShowCommand } from './profile-show.ts';
import { profileSignCommand } from './profile-sign.ts';

export const profileCommand: CommandSpec = {
  name: 'profile',
  summary: 'the page: draft it from data, write it from answers, show, change, compare, sign',
  commands: [
    profileDraftCommand,
    profileNewCommand,
    profileShowCommand,
    profileApplyCommand,
    profileDiffCommand,
    profileSignCommand,
  ],
};
