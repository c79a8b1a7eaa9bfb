//! D8: Typed links between recommendations, across documents; progress rolled up without counting twice.
// test: d08_links_across_documents_count_once
