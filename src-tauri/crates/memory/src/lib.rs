//! Memory that was freed, given back to the system. The C library of Linux keeps it for the next request, and where the
//! requests are as unlike as a page of rows and a report over a million commitments, the program holds several times of what
//! it uses. Other systems' libraries, and other C libraries, give back by themselves: there nothing is done.
//!
//! The one crate with unsafe code: two calls of the C library, neither of them with a pointer.

/// Bytes from which a request has pages of its own, and from which free ones at the end of a heap go back. Without it the
/// library raises both with each large request that it sees, to 32 and 64 MiB. It stands above what the user set.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
const LARGE: libc::c_int = 1 << 20;

/// Has the library keep less. To be called at the beginning: where there are threads already, nothing is done.
pub fn fit() {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    {
        if !std::fs::read_dir("/proc/self/task").is_ok_and(|threads| threads.count() == 1) {
            return;
        }
        #[expect(unsafe_code, reason = "a setting of the C library has no other door")]
        // SAFETY: glibc asks that no other thread is in `malloc` meanwhile, and there is none. What it refuses it leaves.
        unsafe {
            libc::mallopt(libc::M_MMAP_THRESHOLD, LARGE);
            libc::mallopt(libc::M_TRIM_THRESHOLD, LARGE);
        }
    }
}

/// Gives back what is free now. It takes some milliseconds, in which other threads may wait for memory: it is for a moment
/// after much was done.
pub fn give_back() {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    #[expect(unsafe_code, reason = "the C library's call has no other door")]
    // SAFETY: any thread may call it at any time; it frees pages in which nothing is allocated, under the library's locks.
    unsafe {
        libc::malloc_trim(0);
    }
}

#[cfg(test)]
#[cfg(all(target_os = "linux", target_env = "gnu"))]
mod tests {
    /// Megabytes of this process that are in memory.
    fn held() -> u64 {
        let status = std::fs::read_to_string("/proc/self/status").unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
        line.trim().trim_end_matches(" kB").parse::<u64>().unwrap() / 1024
    }

    #[test]
    fn what_is_freed_between_what_stays_goes_back() {
        let before = held();
        let all: Vec<Vec<u8>> = (0..20_000).map(|_| vec![1; 4096]).collect();
        let stays: Vec<_> = all.into_iter().step_by(100).collect();
        let kept = held() - before;
        assert!(kept > 60, "{kept} MB: the library keeps what was freed");
        super::give_back();
        let kept = held() - before;
        assert!(kept < 20, "{kept} MB are held for {} pieces", stays.len());
    }
}
