// The second half of the screens, in English.

import { OUT, walkScreens } from './screens-walk.mjs';

if (!OUT) walkScreens({ languages: ['en'], from: 0.5 });
