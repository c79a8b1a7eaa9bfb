// The first half of the screens, in English; all of them in all manners where their pictures are taken.

import { OUT, walkScreens } from './screens-walk.mjs';

walkScreens(OUT ? { languages: ['en', 'ar'] } : { languages: ['en'], to: 0.5 });
