import classes from './bars.module.css';

/** The value as a bar made of what each component adds, heaviest first as the columns are. */
export function ValueBar({
  shares,
  best,
}: {
  readonly shares: readonly { readonly name: string; readonly share: number | null }[];
  readonly best: boolean;
}) {
  let from = 0;
  return (
    <svg className={classes.value} width="100%" height="14" aria-hidden="true" data-best={best}>
      <rect width="100%" height="14" rx="3" className={classes.track} />
      {shares.map(({ name, share }, part) => {
        const start = from;
        from += share ?? 0;
        if (share === null || share <= 0) return null;
        return (
          <rect
            key={name}
            x={`${100 * start}%`}
            width={`calc(${100 * share}% - 1px)`}
            height="14"
            className={classes.part}
            style={{ opacity: 1 - 0.13 * (part % 5) }}
          />
        );
      })}
    </svg>
  );
}
