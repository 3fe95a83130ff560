import { join, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withoutUploads } from './without-uploads.ts';

const workspace = join(sep, 'home', 'Ana', 'my work');
const upload = join(workspace, 'data', 'uploads', '0123456789abcdef', 'deals.csv');

describe('what is said of uploads', () => {
  it('names files without where they are kept, however deep it stands', () => {
    const said = {
      message: `\`${upload}\` is empty`,
      params: { files: [upload, 'a.csv'], line: 3, why: null },
    };
    expect(withoutUploads(said, workspace)).toEqual({
      message: '`deals.csv` is empty',
      params: { files: ['deals.csv', 'a.csv'], line: 3, why: null },
    });
  });

  it('leaves other paths alone', () => {
    expect(withoutUploads(join(workspace, 'data', 'a.csv'), workspace)).toBe(
      join(workspace, 'data', 'a.csv'),
    );
  });
});
