//! D20: Dates; windows "2021-2023", "over the next two years"; months, quarters, years.
// test: d20_dates_windows_quarters
