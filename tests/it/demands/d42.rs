//! D42: Answers for decisions: what is overdue, unowned, without evidence, stalled, slipping.
// test: d42_answers_for_decisions
