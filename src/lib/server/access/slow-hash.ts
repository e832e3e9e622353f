import { hash, verify } from '@node-rs/argon2';

// argon2id (the library's default algorithm), 19 MiB, two passes: about 12 ms of one core
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

let decoy: Promise<string> | undefined;

/** The argon2id hash of something a person types: a password, a printed code. */
export function slowHash(secret: string): Promise<string> {
  return hash(secret, COST);
}

/**
 * Whether `secret` is what was hashed. Without a hash it takes just as long and answers false, so that the time of
 * an answer never says whether an account, a reference or a code exists.
 */
export async function matchesSlowly(stored: string | null | undefined, secret: string): Promise<boolean> {
  decoy ??= slowHash('no such secret');
  const matches = await verify(stored ?? (await decoy), secret);
  return matches && stored != null;
}
