/** Where "now" comes from: the system at run time, a fixed instant in tests. */
export interface Clock {
  /** The present instant. */
  now(): Date;
}
