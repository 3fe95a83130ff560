import { ActionIcon, CloseIcon } from '@mantine/core';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommitteeFigure } from '../../../api/generated/types.gen.ts';
import { Term } from '../../../shared/ui/index.ts';
import { replaceAt } from '../draft/replace-at.ts';
import { EditText } from '../inline/edit-text.tsx';
import { useEditing } from '../inline/editing.ts';
import editClasses from '../inline/inline.module.css';
import type { SheetModel } from '../model/sheet-model.ts';
import classes from './sheet.module.css';

/** The buying committee, one card a figure; what nobody has found out yet is shown as open. */
export function Committee({ model }: { readonly model: SheetModel }) {
  const { t } = useTranslation('profile');
  const editing = useEditing();
  const { committee } = model.profile;
  const keep = (at: number, figure: CommitteeFigure | null) =>
    editing?.edit((profile) => ({ ...profile, committee: replaceAt(profile.committee, at, figure) }));
  const add = () =>
    keep(committee.length, {
      role: t('committee.newRole'),
      titles: [],
      caresAbout: null,
      angle: null,
      channel: null,
    });
  return (
    <section>
      <h3 className={classes.heading}>
        <Term name="committee">{t('committee.title')}</Term> <span>{t('committee.who')}</span>
      </h3>
      {committee.length === 0 ? <p className={classes.open}>{t('committee.open')}</p> : null}
      <div className={classes.cards} style={{ '--figures': committee.length } as CSSProperties}>
        {committee.map((figure, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a figure is told by its place; roles may repeat while typed.
          <Figure key={at} figure={figure} onKeep={(next) => keep(at, next)} />
        ))}
      </div>
      {editing === null ? null : (
        <button type="button" className={editClasses.add} onClick={add}>
          + {t('committee.add')}
        </button>
      )}
    </section>
  );
}

function Figure({
  figure,
  onKeep,
}: {
  readonly figure: CommitteeFigure;
  readonly onKeep: (figure: CommitteeFigure | null) => void;
}) {
  const { t } = useTranslation('profile');
  const isEditing = useEditing() !== null;
  const titles = figure.titles.length === 0 ? null : figure.titles.join(', ');
  const split = (text: string | null) =>
    (text ?? '')
      .split(/[,;]/)
      .map((each) => each.trim())
      .filter((each) => each !== '');
  return (
    <article className={classes.figure}>
      <h4 className={classes.role}>
        <EditText
          text={t(`role.${figure.role}`, { defaultValue: figure.role })}
          label={t('committee.role')}
          onKeep={(role) => onKeep(role === null ? null : { ...figure, role })}
        />
        {isEditing ? (
          <ActionIcon
            size="xs"
            variant="subtle"
            color="gray"
            aria-label={t('committee.remove', { role: figure.role })}
            onClick={() => onKeep(null)}
          >
            <CloseIcon size="0.8rem" />
          </ActionIcon>
        ) : null}
      </h4>
      <div className={classes.titles}>
        <EditText
          text={titles}
          label={t('committee.titles')}
          onKeep={(text) => onKeep({ ...figure, titles: split(text) })}
        />
      </div>
      {(['caresAbout', 'angle', 'channel'] as const).map((part) => (
        <div key={part} className={classes.detail}>
          <i>{t(`committee.${part}`)}</i>{' '}
          <EditText
            text={figure[part]}
            quote={part === 'angle'}
            label={t(`committee.${part}`)}
            onKeep={(text) => onKeep({ ...figure, [part]: text })}
          />
        </div>
      ))}
    </article>
  );
}
