// Says when the page was painted, as the window of the program says when its list can be worked with.
requestAnimationFrame(() => setTimeout(() => performance.mark("usable")));
