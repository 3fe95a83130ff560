import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './distribution.module.css';

/** Where a tier begins, to be dragged or moved with the keys. */
export function CutHandle({
  tier,
  at,
  range: [least, most],
  onMove,
}: {
  readonly tier: 'A' | 'B' | 'C';
  readonly at: number;
  readonly range: readonly [number, number];
  readonly onMove: (to: number) => void;
}) {
  const { t } = useTranslation('accounts');
  const handle = useRef<HTMLDivElement>(null);
  const steps = most - least + 1;
  const move = (to: number) => {
    const next = Math.min(Math.max(Math.round(to), least), most + 1);
    if (next !== at) onMove(next);
  };
  const onPointerMove = (event: PointerEvent) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const box = handle.current?.parentElement?.getBoundingClientRect();
    if (box !== undefined) move(least + ((event.clientX - box.left) / box.width) * steps);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    move(at + step);
  };
  return (
    <div
      ref={handle}
      role="slider"
      tabIndex={0}
      aria-label={t('distribution.cut', { tier })}
      aria-valuenow={at}
      aria-valuemin={least}
      aria-valuemax={most}
      className={classes.handle}
      data-tier={tier}
      style={{ left: `${(100 * (at - least)) / steps}%` }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        event.preventDefault();
        event.currentTarget.focus();
      }}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
    >
      <span className={classes.flag}>{tier}</span>
    </div>
  );
}
