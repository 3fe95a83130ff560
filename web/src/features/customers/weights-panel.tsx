import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ValueBoard } from '../../api/generated/types.gen.ts';
import { useFormat } from '../../shared/i18n/index.ts';
import { ProblemNote } from '../../shared/ui/index.ts';
import panel from './panel.module.css';
import type { TriedWeights } from './use-weights.ts';
import type { WeighedBoard } from './weigh-board.ts';
import { WeightSlider } from './weight-slider.tsx';

interface PanelProps {
  readonly board: ValueBoard;
  readonly weighed: WeighedBoard;
  readonly tried: TriedWeights;
}

/** What value is made of: a weight for each component that is known, and what each one really moves. */
export function WeightsPanel({ board, weighed, tried }: PanelProps) {
  const { t } = useTranslation('customers');
  const format = useFormat();
  const { standings, weights } = weighed;
  const known = board.components.flatMap((component, at) => (component.known > 0 ? [{ component, at }] : []));
  const moves = standings.map(({ leftOut, spread }, c) => (leftOut === null ? weights[c]! * spread : 0));
  const all = moves.reduce((sum, move) => sum + move, 0);
  const missing = board.components.filter((component) => component.known === 0);
  const isKept = Object.keys(board.kept).length > 0;
  return (
    <section className={panel.panel}>
      <div className={panel.head}>
        <h2 className={panel.title}>{t('weights.title')}</h2>
      </div>
      <p className={`${panel.text} ${panel.reserved}`} aria-live="polite">
        <ChangeWords weighed={weighed} />
      </p>
      {known.map(({ component, at }) => (
        <WeightSlider
          key={component.name}
          component={component}
          customers={board.customers}
          weight={weights[at]!}
          standing={standings[at]!}
          share={all === 0 ? 0 : moves[at]! / all}
          tried={tried}
        />
      ))}
      {missing.length === 0 ? null : (
        <p className={panel.note}>
          {t('weights.missing', { list: format.list(missing.map(({ name }) => t(`component.${name}`))) })}
        </p>
      )}
      <div className={panel.actions}>
        <Button
          size="compact-md"
          onClick={tried.save}
          disabled={tried.trial === null}
          loading={tried.isSaving}
        >
          {t('weights.save')}
        </Button>
        <Button size="compact-md" variant="default" onClick={tried.revert} disabled={tried.trial === null}>
          {t('weights.revert')}
        </Button>
        {isKept ? (
          <Button size="compact-md" variant="subtle" color="gray" onClick={tried.toDefaults}>
            {t('weights.defaults')}
          </Button>
        ) : null}
      </div>
      <ProblemNote error={tried.error} />
      {board.weightingsTried === 0 ? null : (
        <p className={panel.note}>{t('weights.tried', { count: board.weightingsTried })}</p>
      )}
    </section>
  );
}

/** What the weights do that are tried; their place is kept, so that no slider moves away under the hand. */
function ChangeWords({ weighed: { change, lacks } }: Pick<PanelProps, 'weighed'>) {
  const { t } = useTranslation('customers');
  const format = useFormat();
  if (change === null) return t(lacks === null ? 'weights.text' : 'change.none');
  return t('weights.change', {
    stay: format.number(change.stay),
    enter: format.number(change.enter.total),
    leave: format.number(change.leave.total),
  });
}
