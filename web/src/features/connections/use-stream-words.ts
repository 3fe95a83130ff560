import { useTranslation } from 'react-i18next';

/** What a stream is called in a CRM: `organizations` in Pipedrive; the plain word where it has none of its own. */
export function useStreamWords(connector: string): (stream: string) => string {
  const { t } = useTranslation('connections');
  return (stream) => t([`streamOf.${connector}.${stream}`, `stream.${stream}`], { defaultValue: stream });
}
