import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../shared/ui/index.ts';
import { type ChangeSearch, nothing } from './filters/filter-bar.tsx';

/** No account fits the filters; or none fits the page at all. */
export function NoneMatch({
  isQueueEmpty,
  change,
}: {
  readonly isQueueEmpty: boolean;
  readonly change: ChangeSearch;
}) {
  const { t } = useTranslation('accounts');
  const key = isQueueEmpty ? 'emptyQueue' : 'noneMatch';
  const clear = () =>
    change({ ...nothing, standing: isQueueEmpty ? ['disqualified', 'outside-market'] : undefined });
  return (
    <Empty title={t(`${key}.title`)} text={t(`${key}.text`)}>
      <Button variant="default" onClick={clear}>
        {t(`${key}.go`)}
      </Button>
    </Empty>
  );
}
