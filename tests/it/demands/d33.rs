//! D33: Level of result: input, output, outcome, impact; theory of change as text.
// test: d33_levels_of_result_and_theory_of_change
