import { Slider } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ValueComponent } from '../../api/generated/types.gen.ts';
import { useFormat } from '../../shared/i18n/index.ts';
import type { TriedWeights } from './use-weights.ts';
import type { WeighedBoard } from './weigh-board.ts';
import classes from './weight-slider.module.css';

interface SliderProps {
  readonly component: ValueComponent;
  readonly customers: number;
  readonly weight: number;
  readonly standing: WeighedBoard['standings'][number];
  /** How much of what moves the ranking is this component's. */
  readonly share: number;
  readonly tried: TriedWeights;
}

/** One weight, with what the component really moves, or why it does not count. */
export function WeightSlider({ component, customers, weight, standing, share, tried }: SliderProps) {
  const { t } = useTranslation('customers');
  const format = useFormat();
  const { name, known } = component;
  const label = t(`component.${name}`);
  const { leftOut } = standing;
  const fact =
    leftOut === null
      ? t('weights.moves', { share: format.share(share) })
      : t(`leftOut.${leftOut}`, { known: format.number(known), of: format.number(customers) });
  const cover = known === customers ? null : t('weights.known', { share: format.share(known / customers) });
  return (
    <div className={classes.weight}>
      <div className={classes.row}>
        <span className={classes.label} title={t(`about.${name}`)}>
          {label}
        </span>
        <span className="tabular">{format.number(weight, 1)}</span>
      </div>
      <Slider
        value={weight}
        min={0}
        max={Math.max(5, Math.ceil(weight))}
        step={0.5}
        size="sm"
        label={null}
        thumbLabel={t('weights.of', { component: label })}
        onChange={(value) => tried.move(name, value)}
        onChangeEnd={(value) => tried.settle(name, value)}
        classNames={{ track: classes.track ?? '' }}
      />
      <p className={classes.fact} data-out={leftOut !== null}>
        {cover === null || leftOut !== null ? fact : `${fact} · ${cover}`}
      </p>
    </div>
  );
}
