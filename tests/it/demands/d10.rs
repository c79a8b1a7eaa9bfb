//! D10: A recommendation splits into separable acts; each commitment names its deliverable and how completion
//! will be recognised.
// test: d10_a_recommendation_splits_into_acts
