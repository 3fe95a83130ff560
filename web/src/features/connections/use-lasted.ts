import { useTranslation } from 'react-i18next';

const hour = 3600;

/** How long something lasted, in words: `4 s`, `2 min 5 s`, `1 h 4 min`. */
export function useLasted(): (seconds: number) => string {
  const { t } = useTranslation('connections');
  return (seconds) => {
    const whole = Math.max(0, Math.round(seconds));
    const parts = { h: Math.floor(whole / hour), min: Math.floor((whole % hour) / 60), s: whole % 60 };
    if (parts.h > 0) return t('lasted.hours', parts);
    return parts.min > 0 ? t('lasted.minutes', parts) : t('lasted.seconds', parts);
  };
}
