/** The script of every page of hers but the questions and the messages, which have their own. */
import { serveEveryPage } from './script/every-page';
import { followState } from './script/follow-state';

serveEveryPage();
followState();
