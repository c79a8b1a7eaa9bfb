//! D34: Indicators: definition, unit, direction, baseline with date, target with date, observations with source;
//! conflicting figures side by side; values by sex or category.
// test: d34_indicators_and_observations
