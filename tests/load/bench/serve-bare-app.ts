/** Serves the build given as argument the way the product is served. Says one line when it answers. */
import { serve } from '../../../src/bin/start/http-server';
import { readSettings } from '../../../src/lib/server/platform/env';

const { PORT, HOST } = process.env;
await serve(readSettings({ PORT, HOST }), process.argv[2] ?? '');
console.log('ready');
