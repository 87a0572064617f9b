import type { LocalizeController } from '../internal/localize.js';
import type { FoundPeople } from './found-people.js';
import type { Situation } from './situation.js';

interface Scene {
  readonly situation: Situation;
  readonly found: FoundPeople;
  readonly minLength: number;
  readonly localize: LocalizeController<'search'>;
}

/** What somebody who does not see the list has to hear; empty where there is nothing to say. */
export function whatToSay({ situation, found, minLength, localize }: Scene): string {
  const words = localize.messages.search;
  const { error, people, secondsToWait } = found;
  switch (situation) {
    case 'loading':
      return words.loading;
    case 'ready': {
      const number = localize.number(people.length);
      return found.hasMore ? words.sayMore({ number }) : words.sayFound({ count: people.length, number });
    }
    case 'empty':
      return words.noResults({ query: found.query });
    case 'too-short':
      return words.tooShort({ min: localize.number(minLength) });
    case 'forbidden':
      return words.forbidden;
    case 'offline':
      return words.offline;
    case 'rate-limited':
      return secondsToWait
        ? words.sayWait({ duration: localize.duration(secondsToWait) })
        : words.rateLimited;
    case 'error':
      return error ? localize.error(error) : words.failed;
    default:
      return '';
  }
}
