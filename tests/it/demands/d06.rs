//! D6: Several frameworks at once: eight A4P themes, seven A4P+ priorities and two cross-cutting ones, the
//! document's own topics.
// test: d06_several_frameworks_at_once
