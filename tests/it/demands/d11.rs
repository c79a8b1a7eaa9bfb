//! D11: Preconditions, risks, contingencies.
// test: d11_preconditions_risks_contingencies
