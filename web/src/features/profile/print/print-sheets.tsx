import { useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/i18n/index.ts';
import type { SheetModel } from '../model/sheet-model.ts';
import { Sheet } from '../sheet/sheet.tsx';
import classes from './print.module.css';
import { allOf, givingWay, type Kept, oneLess, trimmed } from './trim-model.ts';

/** Sizes of type on paper, the most generous first; the smallest is 8 points. */
const sizes = ['airy', 'even', 'dense'] as const;

interface Fit {
  readonly model: SheetModel;
  readonly size: (typeof sizes)[number];
  readonly kept: Kept;
}

/**
 * The page on paper: exactly one A4 sheet in type of 8 points or more. It is measured as it prints; what does not fit
 * is named on the sheet and stands whole in an annex.
 */
export function PrintSheets({ model }: { readonly model: SheetModel }) {
  const { t, i18n } = useTranslation('profile');
  const format = useFormat();
  const sheet = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<Fit>(() => generous(model));
  const fit = state.model === model ? state : generous(model);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words take other room.
  useLayoutEffect(() => {
    const element = sheet.current;
    if (element === null || element.scrollHeight <= element.clientHeight + 1) return;
    const next = smaller(fit);
    if (next !== fit) setState(next);
  }, [fit, i18n.language]);
  const all = allOf(model);
  const moved = givingWay
    .filter((part) => fit.kept[part] < all[part])
    .map((part) => t(`print.moved.${part}`, { count: all[part] - fit.kept[part] }));
  const named = moved.length === 0 ? null : t('print.inAnnex', { parts: format.list(moved) });
  return createPortal(
    <div className={classes.print} aria-hidden="true">
      <div ref={sheet} className={`${classes.page} ${classes[fit.size]}`}>
        <Sheet
          model={trimmed(model, fit.kept)}
          foot={named === null ? null : <p className={classes.moved}>{named}</p>}
        />
      </div>
      {named === null ? null : (
        <div className={`${classes.annex} ${classes.even}`}>
          <h2>{t('print.annex', { name: model.profile.name })}</h2>
          <Sheet model={model} />
        </div>
      )}
    </div>,
    document.body,
  );
}

function generous(model: SheetModel): Fit {
  return { model, size: 'airy', kept: allOf(model) };
}

/** Smaller type first, then one thing less; the same when nothing can give way. */
function smaller(fit: Fit): Fit {
  const size = sizes[sizes.indexOf(fit.size) + 1];
  if (size !== undefined) return { ...fit, size };
  const kept = oneLess(fit.kept);
  return kept === fit.kept ? fit : { ...fit, kept };
}
