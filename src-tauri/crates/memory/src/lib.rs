//! Memory that was freed, given back to the system. The C library of Linux keeps it for the next request, and where the
//! requests are as unlike as a page of rows and a report over a million commitments, the program holds three times of what it
//! uses. Other systems' libraries, and other C libraries, give back by themselves: there nothing is done.
//!
//! The one crate with unsafe code: calls without a pointer, of which glibc says that any thread may make them at any time.

/// Bytes from which a request has pages of its own, and from which free ones at the end of a heap go back. Without it the
/// library raises both with each large request that it sees, to 32 and 64 MiB.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
const LARGE: libc::c_int = 1 << 20;

/// To be called before the first thread is made.
pub fn fit() {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    #[expect(unsafe_code, reason = "a setting of the C library has no other door")]
    // SAFETY: numbers only; what the library refuses it leaves as it was.
    unsafe {
        libc::mallopt(libc::M_MMAP_THRESHOLD, LARGE);
        libc::mallopt(libc::M_TRIM_THRESHOLD, LARGE);
    }
}

/// Gives back what is free now: some milliseconds, so it is for after work that took long.
pub fn give_back() {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    #[expect(unsafe_code, reason = "the C library's call has no other door")]
    // SAFETY: it frees pages in which nothing is allocated, under the library's own locks.
    unsafe {
        libc::malloc_trim(0);
    }
}

#[cfg(all(test, target_os = "linux", target_env = "gnu"))]
mod tests {
    /// Pages of this process that are in memory.
    fn held() -> u64 {
        let statm = std::fs::read_to_string("/proc/self/statm").unwrap();
        statm.split(' ').nth(1).unwrap().parse().unwrap()
    }

    #[test]
    fn what_is_freed_between_what_stays_goes_back() {
        let before = held();
        let all: Vec<Vec<u8>> = (0..20_000).map(|_| vec![1; 4096]).collect();
        let stays: Vec<_> = all.into_iter().step_by(100).collect();
        let kept = held() - before;
        assert!(kept > 15_000, "{kept} pages: the library keeps what was freed");
        super::give_back();
        let kept = held() - before;
        assert!(kept < 5_000, "{kept} pages are held for {}", stays.len());
    }
}
