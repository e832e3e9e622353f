import { beforeAll } from 'vitest';
import { NOTHING_PUBLISHED, usePublishedLaw } from '../../src/lib/aids';
import { forgetLaw } from '../../src/lib/server/aids/law/keep-law-fresh';
import { systemClock } from '../../src/lib/server/platform/clock';
import { useClock } from '../../src/lib/server/platform/runtime';

/** What a process keeps, as it is at its start: test files that follow each other in one process begin alike. */
beforeAll(async () => {
  useClock(systemClock);
  await usePublishedLaw(NOTHING_PUBLISHED);
  forgetLaw();
});
