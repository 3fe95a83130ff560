import { useTranslation } from 'react-i18next';

const starts = [
  ['import', /^import (.*)$/s],
  ['correct', /^correct rows of (.*)$/s],
  ['field', /^field (\S+) .*$/s],
  ['ratesOff', /^rates off()$/],
  ['rates', /^rates .* in (\S+)$/s],
] as const;

/** A change of the data in the language in use; one that is not known stays as the command that made it. */
export function useChangeWords(): (what: string) => string {
  const { t } = useTranslation('data');
  return (what) => {
    for (const [key, pattern] of starts) {
      const found = pattern.exec(what);
      if (found !== null) return t(`change.${key}`, { what: found[1]?.split(' ').join(', ') ?? '' });
    }
    return what;
  };
}
