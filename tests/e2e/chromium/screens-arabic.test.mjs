// All screens, in Arabic.

import { OUT, walkScreens } from './screens-walk.mjs';

if (!OUT) walkScreens({ languages: ['ar'] });
