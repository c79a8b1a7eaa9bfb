//! D38: One commitment answers many recommendations and is reported once.
// test: d38_one_commitment_answers_many
