//! D46: Lasting: an open file, migrations, backups.
// test: d46_the_file_lasts
