import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { StandInOrder, StandInPlace, StandInSetup } from './stand-in-process.ts';

/** A stand-in in a process of its own: it lives on when who asks it is killed. */
export interface ApartStandIn extends StandInPlace {
  readonly tell: <Answer>(order: StandInOrder) => Promise<Answer>;
  readonly stop: () => Promise<void>;
}

/** Starts this bench again as a stand-in. */
export async function startStandInApart(setup: StandInSetup): Promise<ApartStandIn> {
  const child = spawn(process.execPath, [process.argv[1]!, 'stand-in', JSON.stringify(setup)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const place = JSON.parse(line) as StandInPlace;
  return {
    ...place,
    tell: (order) => tellStandIn(place.orders, order),
    stop: async () => {
      child.kill('SIGKILL');
      await once(child, 'close');
    },
  };
}

/** Gives a stand-in an order, and what it answers. */
export async function tellStandIn<Answer>(orders: string, order: StandInOrder): Promise<Answer> {
  const answer = await fetch(orders, {
    method: 'POST',
    headers: { connection: 'close' },
    body: JSON.stringify(order),
  });
  if (!answer.ok) throw new Error(`the stand-in answered ${answer.status}`);
  return (await answer.json()) as Answer;
}
