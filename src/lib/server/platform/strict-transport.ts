/** `Strict-Transport-Security` of every answer over https: two years, with what is below the name. */
export const STRICT_TRANSPORT = 'max-age=63072000; includeSubDomains';
