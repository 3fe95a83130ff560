import { Menu, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useEditing } from './editing.ts';
import classes from './inline.module.css';

const choices = [5, 4, 3, 2, 1, 0, -1, -2, -3, -4, -5];

/** `+3`, `−2`. */
export function signedPoints(points: number): string {
  return points > 0 ? `+${points}` : String(points).replace('-', '−');
}

/** The points of a line; a click offers others. */
export function PointsChip({
  points,
  words,
  onChange,
}: {
  readonly points: number;
  readonly words: string;
  readonly onChange: (points: number) => void;
}) {
  const { t } = useTranslation('profile');
  const isEditing = useEditing() !== null;
  const sign = points < 0 ? 'minus' : points === 0 ? 'zero' : 'plus';
  if (!isEditing)
    return (
      <span className={classes.points} data-sign={sign}>
        {signedPoints(points)}
      </span>
    );
  return (
    <Menu shadow="md" width={90} position="bottom-start">
      <Menu.Target>
        <UnstyledButton
          className={classes.points}
          data-sign={sign}
          aria-label={t('edit.pointsOf', { words, points: signedPoints(points) })}
        >
          {signedPoints(points)}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown mah={260} style={{ overflowY: 'auto' }}>
        {choices.map((choice) => (
          <Menu.Item key={choice} onClick={() => onChange(choice)} fw={choice === points ? 700 : 400}>
            {signedPoints(choice)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
