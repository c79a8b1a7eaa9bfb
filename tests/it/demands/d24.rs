//! D24: Milestones, short-, medium- and long-term.
// test: d24_milestones
