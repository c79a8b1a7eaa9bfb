//! D12: Several actors on one recommendation, each with its own part, status, date and evidence.
// test: d12_several_actors_each_with_its_part
