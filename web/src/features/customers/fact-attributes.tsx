import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../../api/generated/types.gen.ts';
import { useSpeech } from '../../shared/i18n/index.ts';
import { heldWords } from '../../shared/words/index.ts';
import classes from './facts.module.css';

type Attribute = Customer['attributes'][number];

/** What the files say of it, by layer, each with its source. */
export function FactAttributes({ attributes }: { readonly attributes: readonly Attribute[] }) {
  const { t } = useTranslation('customers');
  const labels = useMemo(
    () =>
      Object.fromEntries(attributes.flatMap(({ field, label, isOwn }) => (isOwn ? [[field, label]] : []))),
    [attributes],
  );
  const speech = useSpeech(labels);
  if (attributes.length === 0) return null;
  const layers = [...new Set(attributes.map(({ layer }) => layer))];
  return (
    <section>
      <h3 className={classes.title}>{t('facts.attributes')}</h3>
      {layers.map((layer) => (
        <div key={layer}>
          <h4 className={classes.layer}>{t(`layer.${layer}`)}</h4>
          <dl className={classes.pairs}>
            {attributes
              .filter((attribute) => attribute.layer === layer)
              .map(({ table, field, held, currency, kind, sources, known }) => (
                <div key={`${table} ${field}`}>
                  <dt title={known === 'after' ? t('facts.after') : undefined}>{speech.labelOf(field)}</dt>
                  <dd title={t('facts.sources', { list: sources.join(', ') })}>
                    {heldWords(speech, { held, currency, kind, field })}
                  </dd>
                </div>
              ))}
          </dl>
        </div>
      ))}
    </section>
  );
}
